"""The shape of what a persona says: lines by level, topics, reactions, his own solution."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from voicecoach.adapters.persona_wording import Part, Repeat, Spoken, TopicId, refuse

LEVELS = ("closed", "careful", "open", "insight")


class LinePart(Part):
    """Something he can say: a plain text, or `say` with what goes with it."""

    say: Spoken = Field(examples=["Het loopt minder dan vorig jaar."])
    """What he says: one to three short spoken sentences, numbers and abbreviations written out."""
    short: Spoken | None = Field(default=None, examples=["Minder."])
    """A shorter line for the same, said when the question was a closed one."""
    feeling: Spoken | None = Field(default=None, examples=["teleurgesteld"])
    """The feeling this line shows, in a word; a coach who gives it back earns more."""
    about: TopicId | None = Field(default=None, examples=["quarter"])
    """Of a reaction: the id of the topic that it is about; a question that leans on it goes on there."""

    @model_validator(mode="before")
    @classmethod
    def _read_plain(cls, value: object) -> object:
        if isinstance(value, dict) and not any(get_close_matches(str(key), cls.model_fields) for key in value):
            raise refuse("the colon makes this a key; put the whole text in double quotes to keep it a text")
        return {"say": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Say in the schema that a plain text will do as well."""
        whole = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": "string", "minLength": 1}, whole], "description": whole.get("description", "")}


class RepeatPart(LinePart):
    """A line in which {line} stands for what he said before."""

    say: Repeat = Field(examples=['"Ik zei: {line}"'])
    """What he says, with {line} once, where his last line is to come."""


Lines = Annotated[list[LinePart], Field(min_length=1)]
Asks = Annotated[list[Spoken], Field(min_length=1)]


class ByLevel(Part):
    """Lines by the lowest level at which they may be said; what stands at a level is never said below it."""

    closed: Lines | None = None
    """Said from the beginning on."""
    careful: Lines | None = None
    """Said once he is a little at ease."""
    open: Lines | None = None
    """Said once he trusts the coach."""
    insight: Lines | None = None
    """Said once he sees it himself."""

    def levels(self) -> dict[str, list[LinePart]]:
        """Return the lines by the name of their level, from shallow to deep, only levels that have some."""
        found = {name: getattr(self, name) for name in LEVELS}
        return {name: lines for name, lines in found.items() if lines}


class TopicLines(ByLevel):
    """A topic's lines by level; at least one."""

    @model_validator(mode="after")
    def _has_a_line(self) -> Self:
        if not self.levels():
            raise refuse("no lines here; write at least one, below 'careful:' for instance")
        return self


class Reaction(ByLevel):
    """Variants by level of what he says; some below `closed`, for these can always be called for."""

    closed: Lines = Field(examples=["[Tja., Mwah.]"])
    """Said from the beginning on; required, because he must have something to say at every moment."""


class RepeatReaction(Part):
    """What he says when asked to say it again."""

    closed: Annotated[list[RepeatPart], Field(min_length=1)] = Field(examples=['["Ik zei: {line}"]'])
    """Variants, each with {line} in it, where his last line is to come."""


class TopicPart(Part):
    """One thing he can talk about."""

    id: TopicId = Field(examples=["quarter"])
    """A short name of its own, in small letters: letters, digits, '_' and '-'."""
    asks: Asks = Field(examples=["[Hoe is je kwartaal gegaan?]"])
    """Six to ten questions that lead here, in varied words."""
    lines: TopicLines = Field(examples=["{closed: [Gaat wel.]}"])
    """What he says about it, by level."""


class ReactionsPart(Part):
    """What he says where no topic is called for; six or more variants each; only the last three may be left out."""

    open_question: Reaction
    """Asked well, but no topic fits: a thinking, honest, short answer."""
    closed_question: Reaction
    """As above, to a closed question: very short."""
    leading_question: Reaction
    """He feels steered."""
    advice: Reaction
    """To a tip: yes, but."""
    assumption: Reaction
    """Corrects what was filled in for him."""
    judgement: Reaction
    """Wounded."""
    reflection: Reaction
    """Confirms what the coach gave back, in a few words."""
    corrects: Reaction
    """To a reflection that is not what he said."""
    affirmation: Reaction
    """To appreciation."""
    process: Reaction
    """To words about aim, time, permission, agreements."""
    other: Reaction
    """To a 'hm-hm', an 'okay', a plain word."""
    avoid: Reaction
    """Asked below his level: honest avoidance that gives nothing away."""
    silence: Reaction
    """Goes on by himself when silence is kept; more at deeper levels."""
    not_understood: Reaction
    """The words were not caught."""
    interrupted: Reaction
    """He was talked over."""
    nothing_new: Reaction
    """The topic is used up."""
    lip_service: Reaction
    """The coach puts a solution into his mouth: agrees, without heart."""
    greeting: Reaction
    """The first line of the talk."""
    farewell: Reaction
    """The last line of the talk."""
    repeats: RepeatReaction
    """Asked to say it again; {line} stands for his last line."""
    greeted: Reaction | None = None
    """To a greeting: good morning, how are you."""
    beside: Reaction | None = None
    """To a question beside the case: lunch, the weekend, his marriage."""
    apology: Reaction | None = None
    """The coach takes something back."""
    scale: Reaction | None = None
    """Asked for a figure on a scale from one to ten."""


class DetailPart(Part):
    """One thing about his solution that can be asked for."""

    asks: Asks = Field(examples=["[Hoe ga je dat meten?]"])
    """Questions that ask for it."""
    lines: Lines = Field(examples=["[Ik tel ze iedere vrijdag.]"])
    """What he answers, at insight."""


class DetailsPart(Part):
    """What makes his solution SMART when he is asked for it, and what could get in its way or would help."""

    what: DetailPart
    """What exactly he will do."""
    measured: DetailPart
    """How he can tell that it works."""
    when: DetailPart
    """By when."""
    obstacle: DetailPart | None = None
    """What could get in the way, and what he does then."""
    support: DetailPart | None = None
    """What he needs for it, from the manager or from others."""

    def by_name(self) -> dict[str, DetailPart]:
        """Return the details that the file has, in the order of the format."""
        parts = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: part for name, part in parts.items() if part is not None}


class SolutionPart(Part):
    """What he finds himself, at insight."""

    asks: Asks = Field(examples=["[Wat zou jij zelf willen doen?]"])
    """Eight to twelve questions that ask for it."""
    suggestions: Asks = Field(examples=["[Waarom vraag je je collega niet om hulp?]"])
    """Six to ten ways in which a coach would put this very solution into his mouth."""
    lines: Lines = Field(examples=["[Eigenlijk zou ik het zelf willen proberen.]"])
    """Two or three lines by which he brings it up himself."""
    details: DetailsPart
    """What makes it SMART."""
    commitment: Lines = Field(examples=["[Dan bel ik er maandag drie.]"])
    """Two or three lines in which he says what he will do."""
