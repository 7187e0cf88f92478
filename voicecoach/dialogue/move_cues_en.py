"""English words that tell a trainer, and the classifier, what kind of move a clause is."""

from __future__ import annotations

FILLERS = "eh er uh um well so okay ok right look listen now yeah you know i mean hey oh and but just actually like"

CUES: dict[str, str] = {
    "question word": "what|how|why|who|when|where|which|what's|how's|who's|whose|how come",
    "invitation": "tell me|tell me more|walk me through|talk me through|describe|say more|say a bit more|"
    "help me understand|give me an example|i'm curious|i am curious|i wonder what|i wonder how|"
    "i'd love to hear|i'd like to hear|i'm interested|take me through|share|explain",
    "verb first": "do|does|did|is|are|was|were|have|has|had|can|could|would|will|shall|should|may|might|isn't|aren't|"
    "wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|can't|couldn't|wouldn't|won't|shouldn't|am|any",
    "coachee": "you|your|yours|yourself|you're|you've|you'd|you'll|u|yourselves",
    "coach": "i|me|my|mine|we|our|us|i'm|i'd|i've|i'll|myself",
    "tried": "tried|have you tried|have you thought|thought about|thought of|considered|ever thought|looked into",
    "solution": "just|better|easier|instead|maybe|perhaps|first|from now on|every|why don't you|why not|what if|"
    "how about|what about|couldn't you|can't you|wouldn't it|shouldn't you|would it not|don't you|isn't it|"
    "what would happen if",
    "tag": "right|isn't it|aren't you|don't you|doesn't it|didn't you|wouldn't you|correct|no|yeah|is it|"
    "won't you|isn't that|don't you think|wasn't it|haven't you|surely|weren't you|can't you",
    "obligation": "should|must|need to|have to|ought to|got to|gotta|need|could|might|can|may|supposed to|had better",
    "own way": "i would|i'd|if i were you|if i was you|in your place|in your shoes|my advice|my tip|i suggest|"
    "i'd suggest|i recommend|i'd recommend|what worked for me|worked for me|what helped me|i always|"
    "i used to|try|try to|start|start with|make|take|call|put|get|go|stop|ask|write|send|plan|"
    "the best thing|it helps|you might want|you may want|you could|you can|maybe you|let's do it|consider|"
    "make sure|focus on|remember to|be sure|don't forget|think about|keep|give yourself|find|talk to|set|"
    "look for|seek|reach out|one thing you|it might help|it may help|it might be",
    "certainty": "obviously|clearly|of course|simply|surely|just|apparently|definitely|secretly|always|never|really|"
    "certainly|no doubt|deep down|i bet|must be|bound to|plainly|evidently|the truth is|let's face it",
    "judgement": "weak|poor|bad|ridiculous|nonsense|lazy|pathetic|disappointing|disappointed|unprofessional|childish|"
    "selfish|arrogant|excuse|excuses|unacceptable|useless|stupid|shameful|not good enough|sloppy|hopeless|"
    "whining|moaning|complaining|rubbish|amateur|careless|wrong|foolish|silly|fault|blame|shame|"
    "irresponsible|terrible|awful|joke|embarrassing|lousy|half-hearted|let us down|let me down|fail|failed|"
    "failing|messed|mess",
    "threat": "or else|consequences|last chance|warning|final|your job|the door|otherwise|you'll end up|"
    "you will end up|you're going to|going to lose|kill|die|regret|risk",
    "comparison": "everyone else|others|the others|anyone else|other people|unlike|compared|the rest|my kid|a child|"
    "even the|look at|nobody else|the only one",
    "gives back": "so|you say|you said|you're saying|i hear|i'm hearing|if i hear|it sounds|sounds like|sounds as|"
    "in other words|you feel|you're feeling|you mean|on the one hand|on the other|to sum up|let me sum up|"
    "it seems|seems like|it feels like|you'd like|you want|you've been|you notice|you're not|you don't|"
    "you're|part of you|and yet",
    "feeling": "afraid|angry|tired|sad|unsure|insecure|restless|happy|proud|lonely|alone|hurt|tense|powerless|"
    "frustrated|frustrating|frustration|disappointed|ashamed|shame|relieved|fear|anxious|anxiety|worried|"
    "worry|stress|stressed|pressure|heavy|pain|painful|bothers|upset|annoyed|scared|nervous|exhausted|"
    "drained|guilty|guilt|jealous|furious|lost|hopeless|overwhelmed|overwhelming|helpless|unappreciated|"
    "ignored|stuck|torn|embarrassed|excited|hard|tough",
    "appreciates": "great|good|nice|well done|brave|thanks|thank you|appreciate|respect|kudos|congratulations|congrats|"
    "proud of|impressive|impressed|good job|good for you|strong|courage|courageous|admire|glad|wonderful|"
    "that takes|hard work|makes sense|understandable|i understand|i can see|i can imagine|must have been|"
    "that must|sorry to hear|i'm sorry|hats off|fair play|you care|your effort|you've worked|awesome|"
    "fantastic|keep it up|you are not alone|hang in there|i believe in you|i hope|you got this|"
    "best of luck|good luck",
    "process": "agree|agreed|agreement|conversation|talk|minutes|quarter of an hour|half an hour|goal|expect|"
    "expectations|agenda|summarise|summarize|sum up|next time|next week|write down|follow up|come back|"
    "role|confidential|between us|time|may i|can i ask|is it all right|is it okay|is it ok|"
    "would it be all right|shall we|let's|i suggest we|wrap up|start with|discuss|before we|today|session|"
    "meet|check in|permission|do you mind|if that's okay|if it's okay",
    "backchannel": "hm|mm|mhm|mm-hm|uh-huh|yeah|yes|okay|ok|right|sure|i see|go on|oh|ah|wow|no|hello|hi|hey|"
    "good morning|good afternoon|bye|welcome|exactly|gotcha|alright|see you|cheers|really",
    "plain": "there is|there are|it is|the figures|friday|monday|tuesday|the meeting|by the way|last week|yesterday|"
    "this morning|i have|i had|i was|when i was|i am|i've been|research|studies|people|some people|"
    "many people|myself|in my|my own|usually|often|most",
    "choice": "or|or not|yes or no|how many|how much|how often|how long|what time|when|which day|any|ever|yet|still",
    "advises others": "advise a colleague|would you advise|tell a friend|you yourself|yourself|for you|would you",
}

ANAPHORA = "that this it those these there then they them he she him her so such one"

STOP_WORDS = (
    "the a an and or but because so that this these those there i you he she it we they me him her us them "
    "my your his its our their is was am are were be been being have has had do does did can could will "
    "would shall should may might must to of in on at by with for from out over about into up down as than "
    "then too also not no yes just well oh um uh what how why who when where which more very much some any "
    "all every other now here if when while get got go going like really know mean think it's i'm you're "
    "that's don't there's what's"
)
