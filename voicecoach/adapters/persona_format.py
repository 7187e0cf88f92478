"""The shape of persona and case files; the JSON Schema is made from these classes."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from voicecoach.adapters.persona_talk import ReactionsPart, SolutionPart, TopicPart
from voicecoach.adapters.persona_wording import Id, OneLine, Part, Prose, Spoken, refuse

Points = Annotated[int, Field(ge=0, le=100)]
Loss = Annotated[int, Field(ge=0, le=50)]
Threshold = Annotated[int, Field(ge=1, le=100)]


class VoicePart(Part):
    """How he sounds."""

    name: str = Field(default="", max_length=200, examples=['""'])
    """A voice of espeak-ng, such as nl+m3 or en-gb+f2; empty: the language's own."""
    words_per_minute: Annotated[int, Field(ge=80, le=300)] = Field(default=150, examples=["150"])
    """How fast he speaks."""
    pitch: Annotated[int, Field(ge=0, le=99)] = Field(default=50, examples=["50"])
    """How high he speaks; 50 is neutral."""


class LossPart(Part):
    """Points he loses for each way of filling in for him."""

    advice: Loss = Field(examples=["8"])
    """For a tip, an instruction, a solution."""
    leading_question: Loss = Field(examples=["7"])
    """For a question that carries the coach's own answer."""
    assumption: Loss = Field(examples=["9"])
    """For something said about him that he did not say."""
    judgement: Loss = Field(examples=["14"])
    """For blame, sarcasm, an unfavourable comparison."""


class TemperPart(Part):
    """How he opens and closes, in points of openness."""

    start: Points = Field(examples=["22"])
    """His openness at the beginning, 0-100."""
    gain: Annotated[int, Field(ge=1, le=20)] = Field(examples=["7"])
    """Points for the best kind of listening turn; 5 opens slowly, 8 fast."""
    loss: LossPart = Field(examples=["{advice: 8, leading_question: 7, assumption: 9, judgement: 14}"])
    """Points lost for filling in."""
    interruption: Loss = Field(examples=["5"])
    """Points lost when he is talked over."""
    damping_turns: Annotated[int, Field(ge=0, le=10)] = Field(examples=["2"])
    """For so many listening turns after a loss he gains less."""
    damping_percent: Points = Field(examples=["50"])
    """What is left of those gains, in per cent."""


class LevelsPart(Part):
    """The openness at which each level begins."""

    careful: Threshold = Field(examples=["35"])
    """Below it he is closed."""
    open: Threshold = Field(examples=["55"])
    """Here he begins to trust."""
    insight: Threshold = Field(examples=["78"])
    """Here he brings his own solution."""

    @model_validator(mode="after")
    def _rise(self) -> Self:
        if not self.careful < self.open < self.insight:
            raise refuse("the levels must rise: careful below open, open below insight, such as 35, 55, 78")
        return self


class EndPart(Part):
    """When the round ends by itself."""

    when_committed: bool = Field(default=False, examples=["false"])
    """The round ends once he has said what he will do."""


class FilePart(Part):
    """What every file begins with."""

    spec: Literal[1] = Field(examples=["1"])
    """The version of this format."""
    id: Id = Field(examples=["joris"])
    """The name it is found by, in small letters: letters, digits, '_' and '-'."""
    language: Literal["nl", "en"] = Field(examples=["nl"])
    """The language of all texts in it."""


class CaseFile(FilePart):
    """A case: the situation, in one language, and what the manager is told beforehand."""

    title: OneLine = Field(examples=["De verkoper onder target"])
    """A few words."""
    briefing: Prose = Field(examples=["U spreekt zo met een verkoper ..."])
    """What the manager knows before he begins, 60-120 words, addressed to him."""
    goal_hint: Prose | None = Field(default=None, examples=["Een doel voor dit gesprek is SMART als ..."])
    """How to set a SMART goal for this talk, with an example."""


class PersonaFile(FilePart):
    """A persona: who the coachee is, in one language."""

    version: Annotated[str, Field(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$")] = Field(examples=["1.0.0"])
    """The version of this persona; raise it when you change him."""
    author: OneLine = Field(examples=["Your name"])
    """Who wrote him."""
    name: Spoken = Field(examples=["Joris"])
    """What he is called."""
    case: Id = Field(examples=["seller_under_target"])
    """The id of his case; the file is cases/ID.LANGUAGE.yaml beside this folder."""
    about: Prose | None = Field(default=None, examples=["Who he is, how he opens, what hurts him."])
    """One or two sentences for the trainer: who he is, how he opens, what hurts him."""
    voice: VoicePart = Field(default=VoicePart(), examples=['{name: "", words_per_minute: 150, pitch: 50}'])
    """How he sounds."""
    temper: TemperPart
    """How he opens and closes."""
    levels: LevelsPart = Field(examples=["{careful: 35, open: 55, insight: 78}"])
    """The openness at which each level begins."""
    topics: Annotated[list[TopicPart], Field(min_length=1)]
    """What he can talk about; eight or more."""
    reactions: ReactionsPart
    """What he says where no topic is called for."""
    solution: SolutionPart
    """What he finds himself, at insight."""
    end: EndPart = Field(default=EndPart(), examples=["{when_committed: false}"])
    """When the round ends by itself."""
