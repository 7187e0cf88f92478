"""The words by which a Dutch or English sentence shows that it goes on, or that it is a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voicecoach.dialogue.own_words_grammar import word_set
from voicecoach.domain.audio import Language


@dataclass(frozen=True, slots=True)
class DanglingWords:
    """Lower-case words of one language.

    always: nothing ends with these: conjunctions, articles, fillers.
    phrases: word rows that announce more.
    prepositions: want a noun behind them, unless a partner stands before.
    particles: prepositions that may also close a sentence as part of its verb.
    partners: words that a preposition or particle at the end belongs to.
    particle_verbs: verbs that a particle at the end belongs to.
    subjects: words that, straight after a question word, make it no question ("wat ik zie").
    openers: words said before the sentence proper.
    question_words: open a question; counting_words: those with a noun between them and the verb.
    finite_verbs: follow a question word in a question.
    """

    always: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    prepositions: frozenset[str]
    particles: frozenset[str]
    partners: frozenset[str]
    particle_verbs: frozenset[str]
    subjects: frozenset[str]
    openers: frozenset[str]
    question_words: frozenset[str]
    counting_words: frozenset[str]
    finite_verbs: frozenset[str]


def _phrases(lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lines.split("/"))


DUTCH = DanglingWords(
    always=word_set(
        "en maar want omdat doordat zodat dus of als wanneer terwijl hoewel tenzij mits dan "
        "de een 'n m'n mijn z'n zijn hun ons onze jullie uw deze zo'n "
        "eh ehm uh uhm uhh euh hm hmm nou eigenlijk zeg gewoon ofzo namelijk bijvoorbeeld"
    )
    - word_set("zijn ons jullie dan deze"),  # these close whole sentences too: "hoe kan dat zijn", "wat vind je dan"
    phrases=_phrases(
        "wat ik bedoel is/wat ik bedoel/ik bedoel/wat ik zeg is/wat ik wil zeggen is/wat ik wil zeggen/ik wil zeggen/"
        "wat ik me afvraag is/ik vraag me af/ik denk dat/ik vind dat/ik merk dat/ik hoor dat/ik geloof dat/"
        "je zegt dat/dat betekent dat/het lijkt erop dat/zo dat/in plaats van/als het ware/het gaat erom dat/"
        "het is zo dat/het punt is/het probleem is/de vraag is/laat ik zeggen/laten we zeggen/hoe zal ik het zeggen/"
        "even denken/even kijken/ik zit te denken/weet je/zeg maar/ik ben/ik heb/ik wil/ik zou/je bent/je hebt/"
        "wat ik/wat jij/omdat ik/omdat je/dat ik/dat je/dat we/dat jij/als je/als ik/en dan/en toen"
    ),
    prepositions=word_set(
        "van met zonder tussen tegen tijdens volgens sinds vanwege per rond richting behalve ondanks te"
    ),
    particles=word_set("op aan uit in voor om over bij naar door af tot onder achter"),
    partners=word_set("waar daar er hier waarvan waarop waarmee"),
    particle_verbs=word_set(
        "bel belt belde kom komt kwam ga gaat ging geef geeft gaf zet zette neem neemt nam houd houdt leg legt"
    ),
    subjects=word_set("ik je jij hij ze zij we wij dat het de een jullie men die dit"),
    openers=word_set("ja nee oké ok oke goed nou en maar dus hm hmm uh eh mooi prima precies even dan"),
    question_words=word_set(
        "wat hoe wie waar waarom wanneer welke welk hoeveel waarmee waarover waardoor waarvan waartoe"
    ),
    counting_words=word_set("welke welk hoeveel hoe wat"),
    finite_verbs=word_set(
        "is was zijn waren heb heeft hebt had hadden ben bent wordt word werd kan kun kunt kon wil wilt wilde wou zal "
        "zou zouden zul moet moest mag mocht ga gaat ging gingen doe doet deed denk denkt dacht vind vindt vond "
        "maakt maakte zie ziet zag voel voelt voelde merk merkt komt kwam kom loopt loop liep zeg zegt zei houdt hield "
        "geeft geef gaf weet wist betekent gebeurt gebeurde speelt speelde helpt hielp brengt bracht staat stond zit "
        "zat ligt lag hoor hoort verwacht merkte ervaar ervaart bedoel bedoelt lijkt leek neem neemt "
        "nam krijg krijgt kreeg werkt werkte zoek zoekt zocht mis mist blijft bleef raakt raakte"
    ),
)

ENGLISH = DanglingWords(
    always=word_set(
        "and but because or if unless although though whereas while when so that's the a an my your our their "
        "um uh erm er hmm hm like well basically actually i we"
    )
    - word_set("though er when while that's"),
    phrases=_phrases(
        "what i mean is/what i mean/i mean/what i'm saying is/what i want to say is/i wonder/i was wondering/"
        "i think that/i feel that/i believe that/i guess that/you said that/it seems that/it seems like/it sounds like/"
        "instead of/in order to/the thing is/the point is/the problem is/the question is/let me think/let's say/"
        "you know/sort of/kind of/such as/as well as/going to/want to/have to/need to/trying to/able to/used to/"
        "i would/i could/you are/you're/i'm/i am/it's/there is/there's/which is/that is/and then/because you/that you/"
        "if you/when you/as you/what you/how you/so you"
    ),
    prepositions=word_set("of from without between during since into per upon despite except than towards"),
    particles=word_set("to with for at by on in about over up down off out through around against"),
    partners=word_set("what who where which how when whom"),
    particle_verbs=word_set("call pick give gave come came go went work talk look help deal set take took get got put"),
    subjects=word_set("i you he she it we they that this the a my your"),
    openers=word_set("yes no okay ok yeah right well so and but good hm hmm uh um now then great sure"),
    question_words=word_set("what how who where why when which whose whom"),
    counting_words=word_set("which whose how what"),
    finite_verbs=word_set(
        "is are was were do does did have has had can could will would should shall may might must am "
        "makes made happens happened went goes brings brought helps helped comes came feels felt keeps kept stops "
        "stopped what's how's who's where's"
    ),
)

WORDS: Mapping[Language, DanglingWords] = {"nl": DUTCH, "en": ENGLISH}
