"""The words of the report page on goal, agreements, other questions and what to practise, in Dutch and English."""

from __future__ import annotations

from voicecoach.domain.audio import Language


def lesson_words(language: Language) -> dict[str, str]:
    """Sentences by name; `{name}`, `{count}` and `{points}` are filled in by whoever shows them."""
    return _WORDS[language]


_NL = {
    "smart": "Was het SMART?",
    "smart_yes": "In de woorden van uw doel is alles te vinden wat een doel SMART maakt.",
    "smart_no": "Wat in de woorden nog ontbreekt: {missing}.",
    "smart_caveat": "Dit is alleen op woorden nagekeken en kan ernaast zitten. Of het haalbaar was, weet u zelf.",
    "smart_head": "Deel van SMART",
    "smart_there": "Staat het er?",
    "smart_found": "Gevonden in de woorden",
    "specific": "specifiek",
    "measurable": "meetbaar",
    "acceptable": "van uzelf of van de ander",
    "realistic": "haalbaar",
    "timed": "met een tijd",
    "part_yes": "ja",
    "part_no": "niet gevonden",
    "part_unknown": "niet aan woorden te zien",
    "instead": "U had kunnen vragen:",
    "instead_solution": "{name} was toe aan een eigen oplossing. U had kunnen vragen:",
    "instead_after": "{name} zei net:",
    "agreed": "Oplossing en afspraak",
    "support": "Draagvlak",
    "support_promised": "Groot: {name} bedacht het zelf en zegde toe het te doen.",
    "support_own": "{name} bedacht het zelf, maar zegde nog niets toe.",
    "support_lip_service": "Klein: {name} zei ja tegen uw oplossing, zonder iets toe te zeggen.",
    "support_not_taken": "Geen: voor uw oplossing bleek geen draagvlak.",
    "support_none": "Er kwam geen oplossing ter tafel.",
    "no_agreement": "Er is geen afspraak over een oplossing gemaakt.",
    "agreement_smart": "De afspraak is SMART, samen met wat {name} erover vertelde.",
    "agreement_not_smart": "Nog niet SMART; niet genoemd: {missing}.",
    "next": "Om de volgende keer te oefenen",
    "next_speak": "Begin met één open vraag. Er is deze keer geen beurt van u verstaan.",
    "next_interrupting": "Laat {name} uitpraten. Onderbreken sloot {name} {count} keer (samen {points} punten).",
    "next_advice": "Slik één gesprek lang elke tip in. Advies sloot {name} {count} keer (samen {points} punten). "
    "Voelt u een tip opkomen, vraag dan: wat heb je zelf al bedacht?",
    "next_assumption": "Vraag na wat u denkt te weten. Aannames sloten {name} {count} keer (samen {points} punten).",
    "next_judgement": "Vraag voor u oordeelt. Oordelen sloten {name} {count} keer (samen {points} punten).",
    "next_leading_question": "Stel vragen waar uw antwoord nog niet in zit. Sturende vragen sloten {name} {count} keer "
    "(samen {points} punten).",
    "next_opening": "Begin vragen met wat, hoe of welke. U stelde er {count} open.",
    "next_reflecting": "Geef na een antwoord eerst terug wat u hoorde, dan pas de volgende vraag. U vatte {count} keer "
    "samen.",
    "next_following_up": "Pak met uw volgende vraag één woord op dat {name} net gebruikte.",
    "next_waiting": "Tel na een antwoord tot drie voor u iets zegt.",
    "next_agreeing": "Werk toe naar een eigen stap van {name}: wat, wanneer en waaraan te merken.",
    "next_harder": "Dit ging goed. Neem dezelfde aanpak mee naar een moeilijker gesprek.",
    "before": "Stilte vóór een antwoord",
    "before_explained_one": "Eén keer gemeten. U vulde die stilte {filled} keer zelf op.",
    "before_explained": "Het midden van {count} keer. U vulde die stilte {filled} keer zelf op.",
    "follow": "De tekst meeschuiven",
    "curve_table": "De lijn als tabel",
    "column_time": "Tijd",
    "column_move": "Wat u deed",
    "column_openness": "Openheid",
    "column_reason": "Reden",
}

_EN = {
    "smart": "Was it SMART?",
    "smart_yes": "The words of your goal hold all that makes a goal SMART.",
    "smart_no": "What the words still lack: {missing}.",
    "smart_caveat": "Only the words were looked at, and that can be wrong. Whether it could be reached, you know best.",
    "smart_head": "Part of SMART",
    "smart_there": "Is it there?",
    "smart_found": "Found in the words",
    "specific": "specific",
    "measurable": "measurable",
    "acceptable": "your own or the other's own",
    "realistic": "realistic",
    "timed": "time-bound",
    "part_yes": "yes",
    "part_no": "not found",
    "part_unknown": "words do not tell",
    "instead": "You could have asked:",
    "instead_solution": "{name} was ready for an own solution. You could have asked:",
    "instead_after": "{name} had just said:",
    "agreed": "Solution and agreement",
    "support": "Support",
    "support_promised": "Great: {name} found it alone and promised to do it.",
    "support_own": "{name} found it alone, but promised nothing yet.",
    "support_lip_service": "Small: {name} said yes to your solution and promised nothing.",
    "support_not_taken": "None: your solution found no support.",
    "support_none": "No solution came up.",
    "no_agreement": "No agreement on a solution was made.",
    "agreement_smart": "The agreement is SMART, with what {name} told about it.",
    "agreement_not_smart": "Not SMART yet; not named: {missing}.",
    "next": "To practise next",
    "next_speak": "Begin with one open question. No turn of yours was understood this time.",
    "next_interrupting": "Let {name} finish. Interrupting closed {name} {count}× ({points} points together).",
    "next_advice": "Hold back every tip for one whole talk. Advice closed {name} {count}× ({points} points "
    "together). When you feel one coming, ask: what have you thought of yourself?",
    "next_assumption": "Ask about what you think you know. Assumptions closed {name} {count}× ({points} points "
    "together).",
    "next_judgement": "Ask before you judge. Judgements closed {name} {count}× ({points} points together).",
    "next_leading_question": "Ask questions that do not carry your answer. Leading questions closed {name} {count}× "
    "({points} points together).",
    "next_opening": "Begin questions with what, how or which. You asked {count} open.",
    "next_reflecting": "After an answer, first give back what you heard, then ask the next question. You reflected "
    "{count}×.",
    "next_following_up": "Take up one word that {name} just used in your next question.",
    "next_waiting": "Count to three after an answer before you speak.",
    "next_agreeing": "Work towards a step of {name}'s own: what, by when, and how to tell.",
    "next_harder": "This went well. Take the same way of working to a harder talk.",
    "before": "Silence before an answer",
    "before_explained_one": "Measured once. You filled that silence yourself {filled}×.",
    "before_explained": "The middle of {count}. You filled that silence yourself {filled}×.",
    "follow": "Scroll the text along",
    "curve_table": "The line as a table",
    "column_time": "Time",
    "column_move": "What you did",
    "column_openness": "Openness",
    "column_reason": "Reason",
}

_WORDS: dict[Language, dict[str, str]] = {"nl": _NL, "en": _EN}
