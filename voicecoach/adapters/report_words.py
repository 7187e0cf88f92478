"""The words of the report page, in Dutch and English."""

from __future__ import annotations

from voicecoach.domain.audio import Language


def report_words(language: Language) -> dict[str, str]:
    """Headings, explanations and sentences by name; some have fields to fill in."""
    return _WORDS[language]


_NL = {
    "title": "Terugblik op uw gesprek met {name}",
    "goal": "Uw doel voor dit gesprek",
    "no_goal": "U hebt vooraf geen doel gesteld. Met een doel vooraf weet u achteraf of het gesprek slaagde.",
    "ended": "Einde: {why}",
    "taken_up": "Dit gesprek neemt een moment uit gesprek {parent} opnieuw op; het begint dus niet bij het begin.",
    "curve": "Hoe open {name} was",
    "curve_explained": "De lijn begint bij {start} en eindigt bij {end} (van 100). Hij stijgt als u luistert zonder "
    "zelf in te vullen, en daalt bij advies, aannames, oordelen en onderbrekingen.",
    "curve_hint": "Wijs een punt aan voor de reden; klik erop voor de beurt.",
    "curve_label": "Openheid van {name} van {start} naar {end}, in {count} stappen; elk staat onder 'Het gesprek'.",
    "no_curve": "Er is geen beurt verstaan, dus er valt geen lijn te tekenen.",
    "up": "opende",
    "down": "sloot",
    "level": "geen verschil",
    "opened": "Wat {name} het meest opende",
    "closed": "Wat {name} het meest sloot",
    "nothing_opened": "Geen enkele beurt maakte {name} opener.",
    "nothing_closed": "Geen enkele beurt sloot {name}.",
    "figures": "Het gesprek in cijfers",
    "talk": "Uw aandeel in de spreektijd",
    "talk_explained": "U sprak {coach}, {name} {coachee}. Wie coacht, laat de ander het werk doen.",
    "no_talk": "niet gemeten",
    "no_talk_explained": "Er is geen geluid gemeten.",
    "monologue": "Uw langste stuk achter elkaar",
    "monologue_explained": "Het langste van {name} duurde {coachee}.",
    "questions": "Vragen: open, gesloten, sturend",
    "questions_explained": "Een open vraag nodigt uit tot vertellen. In een sturende vraag zit uw eigen antwoord al.",
    "follow_ups": "Doorgevraagd",
    "follow_ups_explained": "Zo vaak haakte een open of gesloten vraag aan bij wat {name} net zei.",
    "reflections": "Samenvattingen per vraag",
    "reflections_explained": "Samenvattingen: {count}, vragen: {questions}. MITI 4, de maatstaf voor motiverende "
    "gespreksvoering, noemt 1 per vraag redelijk en 2 goed.",
    "no_reflections_explained": "Samenvattingen: {count}; er zijn geen vragen verstaan.",
    "filling_in": "Zelf ingevuld (OMA)",
    "filling_in_explained": "Oordeel, mening of advies, aanname, en vragen waar die in zitten. Elke keer neemt u het "
    "denken van {name} over.",
    "interruptions": "Onderbroken",
    "interruptions_explained": "Zo vaak begon u terwijl {name} nog sprak.",
    "wait": "Stilte na een antwoord",
    "wait_explained": "Het midden van {count} keer; gemiddeld {mean} s. In deze oefening telt een stilte "
    "vanaf 3 s als ruimte om verder te denken.",
    "wait_explained_one": "Eén keer gemeten. In deze oefening telt een stilte vanaf 3 s als ruimte om verder te "
    "denken.",
    "no_wait_explained": "Er was geen antwoord om na te wachten.",
    "solution": "De oplossing kwam het eerst van",
    "solution_own": "{name} kwam ook zelf met een oplossing. Voor wat mensen zelf bedenken, lopen ze harder.",
    "solution_own_first": "Voor wat mensen zelf bedenken, lopen ze harder.",
    "solution_coach": "{name} is niet met een eigen oplossing gekomen. Voor die van een ander loopt niemand hard.",
    "solution_nobody": "Er kwam geen oplossing ter tafel.",
    "not_understood": "Niet verstaan",
    "not_understood_explained": "Deze beurten telden niet mee.",
    "seconds": "s",
    "talks": "Het gesprek",
    "you": "U",
    "silence": "stilte van {seconds} s",
    "noted": "Wat waarnemers noteerden",
    "noted_apart": "Genoteerd voor de eerste beurt of na het einde",
    "observer": "waarnemer",
    "not_heard": "niet verstaan: {why}",
    "unsure": "onzeker",
    "corrected": "verbeterd",
    "corrected_remark": "Een trainer verbeterde in dit gesprek hoe zetten gelezen zijn (beurten: {turns}). Namen en "
    "cijfers volgen de verbetering; de openheid en de redenen zijn zoals {name} het in het gesprek opvatte.",
    "interrupted": "onderbrak",
    "follows_up": "vraagt door",
    "stays_silent": "(zwijgt)",
    "unanswered": "(geen antwoord)",
    "audio": "De opname",
    "audio_explained": "Links hoort u uzelf, rechts {name}. Kies een tijd in het gesprek om daar te beginnen; "
    "de woorden lopen mee. Het geluid zit in deze pagina.",
    "play_from": "Afspelen vanaf {at}",
    "remarks": "Over deze opname",
    "foot": "Gemaakt op deze computer door voicecoach {version}; er is niets verstuurd. Sessie {id}.",
}

_EN = {
    "title": "Looking back on your talk with {name}",
    "goal": "Your goal for this talk",
    "no_goal": "You set no goal beforehand. With one, you know afterwards whether the talk succeeded.",
    "ended": "End: {why}",
    "taken_up": "This talk takes up a moment of talk {parent} again, so it does not begin at the beginning.",
    "curve": "How open {name} was",
    "curve_explained": "The line starts at {start} and ends at {end} (of 100). It rises when you listen without "
    "filling in, and falls on advice, assumptions, judgements and interruptions.",
    "curve_hint": "Point at a mark for the reason; click it for the turn.",
    "curve_label": "Openness of {name} from {start} to {end}, in {count} steps; each step is told under 'The talk'.",
    "no_curve": "No turn was understood, so there is no line to draw.",
    "up": "opened",
    "down": "closed",
    "level": "no difference",
    "opened": "What opened {name} most",
    "closed": "What closed {name} most",
    "nothing_opened": "No turn made {name} more open.",
    "nothing_closed": "No turn closed {name}.",
    "figures": "The talk in figures",
    "talk": "Your share of the talking",
    "talk_explained": "You spoke {coach}, {name} {coachee}. A coach lets the other do the work.",
    "no_talk": "not measured",
    "no_talk_explained": "No sound was measured.",
    "monologue": "Your longest stretch",
    "monologue_explained": "The longest of {name} was {coachee}.",
    "questions": "Questions: open, closed, leading",
    "questions_explained": "An open question invites telling. A leading one carries your own answer.",
    "follow_ups": "Follow-ups",
    "follow_ups_explained": "How often an open or closed question took up what {name} had just said.",
    "reflections": "Reflections for each question",
    "reflections_explained": "Reflections: {count}, questions: {questions}. MITI 4, the yardstick of motivational "
    "interviewing, calls 1 for each question fair and 2 good.",
    "no_reflections_explained": "Reflections: {count}; no questions were understood.",
    "filling_in": "Filled in by you",
    "filling_in_explained": "Judgement, opinion or advice, assumption, and questions that hide one. Each time you take "
    "over the thinking of {name}.",
    "interruptions": "Interruptions",
    "interruptions_explained": "How often you began while {name} was speaking.",
    "wait": "Silence after an answer",
    "wait_explained": "The middle of {count}; {mean} s on average. In this exercise a silence of 3 s or more counts "
    "as room to think on.",
    "wait_explained_one": "Measured once. In this exercise a silence of 3 s or more counts as room to think on.",
    "no_wait_explained": "There was no answer to wait after.",
    "solution": "The solution came first from",
    "solution_own": "{name} brought an own solution too. People run harder for what they thought of themselves.",
    "solution_own_first": "People run harder for what they thought of themselves.",
    "solution_coach": "{name} brought no solution. Nobody runs hard for another's.",
    "solution_nobody": "No solution came up.",
    "not_understood": "Not understood",
    "not_understood_explained": "These turns did not count.",
    "seconds": "s",
    "talks": "The talk",
    "you": "You",
    "silence": "silence of {seconds} s",
    "noted": "What observers noted",
    "noted_apart": "Noted before the first turn or after the end",
    "observer": "observer",
    "not_heard": "not understood: {why}",
    "unsure": "unsure",
    "corrected": "corrected",
    "corrected_remark": "A trainer corrected how moves in this talk were read (turns: {turns}). Names and figures "
    "follow the correction; openness and reasons are as {name} took it during the talk.",
    "interrupted": "interrupted",
    "follows_up": "follows up",
    "stays_silent": "(says nothing)",
    "unanswered": "(no answer)",
    "audio": "The recording",
    "audio_explained": "You are on the left, {name} on the right. Choose a time in the talk to start there; "
    "the words follow. The sound is inside this page.",
    "play_from": "Play from {at}",
    "remarks": "About this recording",
    "foot": "Made on this computer by voicecoach {version}; nothing was sent anywhere. Session {id}.",
}

_WORDS: dict[Language, dict[str, str]] = {"nl": _NL, "en": _EN}
