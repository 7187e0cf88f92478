"""Giving Dutch words back: "ik mis mijn target" becomes "je mist je target"."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.dialogue.own_words_grammar import Grammar, word_set

_ADJECTIVES = word_set(
    "oude nieuwe hele grote kleine beste goede slechte lange korte eerste laatste volgende vorige vaste moeilijke "
    "lastige zware drukke echte andere eigen hoge lage mooie leuke rare vreemde vervelende belangrijke bestaande "
    "openstaande grootste oudste jonge dure goedkope"
)
_BARE = word_set(
    "nieuw oud groot klein goed slecht lang kort vast moeilijk lastig zwaar druk echt ander eigen hoog laag"
)
_NO_NOUNS = word_set(
    "beetje paar keer soort aantal hoop heleboel ding dingen manier moment stuk deel een ene enige rest meeste mensen "
    "hand best been beurt boel gang week maand dag tijd moeite laatste eerste ik ben is was"
)
_NOUN_ENDINGS = ("tie", "sie", "gie", "nie", "erte", "ure", "ague", "ode", "ene", "yse", "sis")
_FUNCTION = word_set(
    "ik je jij u we wij ze zij hij het er hier daar de een mijn ons onze die dat dit deze niet geen wel ook nog al dan "
    "nu zo te om van voor met aan op in uit bij naar over door tot tegen tussen na sinds onder zonder per en of maar "
    "is was ben bent zijn waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden wil wilt willen wilde "
    "wilden zal zult zullen zou zouden mag mogen mocht moet moeten moest moesten word wordt worden werd werden ga gaat "
    "gaan ging gingen kom komt komen kwam kwamen doe doet doen deed deden zegt zei zie ziet zien zag loopt liep blijft "
    "bleef ligt lag staat stond zit zat krijgt kreeg geeft gaf vindt vond weer altijd nooit vaak soms steeds meer "
    "minder veel weinig heel erg gewoon eigenlijk alleen terug af mee toch eens even toen als zelf niets iets alles"
)
_YOU = {"ik": "je", "me": "je", "mij": "jou", "mijn": "je", "m'n": "je", "mezelf": "jezelf", "mijzelf": "jezelf"}
_THEY = {"we": "jullie", "wij": "jullie", "ons": "jullie", "onze": "jullie"}
_IRREGULAR = {
    "ben": "bent",
    "kan": "kunt",
    "wil": "wilt",
    "zal": "zult",
    "mag": "mag",
    "heb": "hebt",
    "ga": "gaat",
    "sta": "staat",
    "sla": "slaat",
    "doe": "doet",
    "zie": "ziet",
}
_KNOWN = word_set(
    "mis bel voel werk vind denk hoor merk weet zoek vraag probeer maak krijg zit loop kom schrijf plan verkoop praat "
    "schaam erger verlies win haal stel stuur leg lig blijf begin stop wacht hoop geloof snap begrijp zeg vertel houd "
    "heb ben kan wil zal mag ga sta sla doe zie moet"
)
_PAST = word_set(
    "was had kon wilde wou moest zou mocht werd ging kwam zag deed zei wist dacht vond bleef kreeg zat stond lag gaf "
    "nam las hield riep viel schreef liep sprak begon verloor won koos bracht zocht kocht verkocht hoorde voelde "
    "werkte belde miste merkte vroeg probeerde maakte plande haalde stelde stuurde legde wachtte hoopte geloofde "
    "snapte begreep vertelde durfde"
)
_OPAQUE = word_set(
    "omdat doordat dat als toen terwijl waardoor zodat hoewel voordat nadat wat waar hoe wie die waarom wanneer welke"
)
_SUBJECTS = word_set("ik we wij")
_HEARER = word_set("jij je jou jouw u uw jullie")


def _noun_phrase(words: Sequence[str]) -> int:
    place = 0
    while place < len(words) and words[place] in _ADJECTIVES:
        place += 1
    if place >= len(words) or not _is_noun(words[place]):
        return 0
    return place + 1


def _is_noun(word: str) -> bool:
    if len(word) < 4 or word in _FUNCTION | _NO_NOUNS | _ADJECTIVES | _BARE:
        return False
    return not word.endswith("e") or word.endswith(_NOUN_ENDINGS)


def _turned(words: Sequence[str]) -> list[str]:
    """Each "ik" has its verb beside it; a clause in which it has not is not given back."""
    low = [word.lower().replace("’", "'") for word in words]
    if low[0] in {"al", "s"} or low[1] in _SUBJECTS:
        return []  # "'s avonds" loses its mark; a verb before its subject reads as a question
    verbs: dict[int, str] = {}
    for place, word in enumerate(low):
        if word != "ik":
            continue
        after = _after(low[place + 1]) if place + 1 < len(low) else ""
        before = low[place - 1] if place else ""
        if before in _KNOWN | _PAST:
            verbs[place - 1] = "kun" if before == "kan" else before
        elif after and place == 0:
            verbs[place + 1] = after
        else:
            return []
    if not _SUBJECTS & set(low):
        return []
    turned = [verbs.get(n) or _YOU.get(word) or _THEY.get(word) or words[n] for n, word in enumerate(low)]
    return [turned[0] if turned[0].isupper() else turned[0][0].lower() + turned[0][1:], *turned[1:]]


def _after(verb: str) -> str:
    """The form after "je" of a verb that stood after "ik"; empty for a word that is not surely a verb."""
    if verb in _PAST:
        return verb
    if verb not in _KNOWN:
        return ""
    return _IRREGULAR.get(verb) or (verb if verb.endswith("t") else f"{verb}t")


DUTCH = Grammar(
    determiners={"mijn": "je", "m'n": "je", "onze": "jullie", "de": "de"},
    joins=_OPAQUE | word_set("want maar of en dus"),
    opaque=_OPAQUE,
    completes=word_set("dat of maar wat waar hoe wie die waarom wanneer welke"),
    addresses=_HEARER,
    fillers=word_set("nou ja nee tja eh ehm hm kijk gewoon eigenlijk"),
    speaker=word_set("ik me mij"),
    denials=word_set("niet geen nooit niks zonder"),
    noun_phrase=_noun_phrase,
    turned=_turned,
)
