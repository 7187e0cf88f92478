"""Dutch words that tell a trainer, and the classifier, what kind of move a clause is."""

from __future__ import annotations

FILLERS = "eh ehm uh uhm nou ja kijk goed oké ok zeg hé tja ach och allez enfin weet je luister eigenlijk even eens"

CUES: dict[str, str] = {
    "question word": "wat|hoe|waarom|wie|wanneer|waar|welke|welk|waardoor|waarmee|waarvan|waaraan|waarin|waarover|"
    "waarop|waarnaar|waartoe|waarvoor|hoezo|hoeveel|hoelang",
    "invitation": "vertel|vertel eens|vertelt u eens|neem me eens mee|neem me mee|beschrijf|schets|leg eens uit|"
    "geef eens een voorbeeld|help me begrijpen|ik ben benieuwd|ik ben nieuwsgierig|laat eens horen|zeg eens",
    "verb first": "heb|hebt|heeft|ben|bent|is|zijn|was|waren|had|hadden|kun|kan|kunt|kunnen|wil|wilt|willen|zou|zouden|"
    "ga|gaat|gaan|doe|doet|denk|denkt|vind|vindt|moet|moeten|mag|mogen|weet|komt|kom|zie|ziet|lukt|klopt|"
    "werkt|voel|voelt|snap|snapt|begrijp|herken|durf|durft|zit|staat|hoor|heeft",
    "coachee": "je|jij|jou|jouw|jullie|u|uw|ge|gij|uzelf|jezelf",
    "coach": "ik|mij|me|mijn|m'n|wij|we|ons",
    "tried": "geprobeerd|al eens|al een keer|overwogen|aan gedacht|gedacht aan|nagedacht over",
    "solution": "gewoon|beter|handiger|slimmer|verstandiger|misschien|eerst|voortaan|elke|iedere|vanaf nu|desnoods|"
    "kun je niet|zou je niet|moet je niet|waarom niet|wat als|stel dat|en als je|waarom ga je niet|"
    "waarom vraag je",
    "tag": "toch|hè|he|of niet|niet waar|niet dan|ja toch|denk je niet|vind je niet|zeker|niet soms|zo is het toch",
    "obligation": "moet|moeten|moest|hoeft|dien|dient|zou|zouden|kun|kan|kunt|zal|zullen|mag",
    "own way": "ik zou|als ik jou was|als ik u was|in jouw plaats|in uw plaats|mijn advies|mijn tip|ik raad|raad je|"
    "wat mij hielp|wat bij mij werkte|bij mij werkt|bij mij hielp|ik deed|ik doe|probeer|probeer eens|"
    "begin|begin met|pak|bel|zet|maak|neem|zorg|stop|vraag|ga|plan|schrijf|stuur|het beste is|het helpt|"
    "wat helpt|je kunt|je kan|je zou kunnen|misschien moet je|laten we het zo doen|doe het zo|het slimste|"
    "een idee",
    "certainty": "natuurlijk|vast|zeker|duidelijk|overduidelijk|gewoon|blijkbaar|ongetwijfeld|uiteraard|stiekem|"
    "eigenlijk|altijd|nooit|volgens mij|wedden|doodgewoon|sowieso|diep vanbinnen|kennelijk",
    "judgement": "slap|slappe|slecht|belachelijk|onzin|lui|zwak|zwaktebod|triest|triestig|teleurstellend|teleurgesteld|"
    "onprofessioneel|kinderachtig|egoïstisch|arrogant|smoes|smoesjes|excuus|excuses|onacceptabel|"
    "waardeloos|dom|schandalig|jammer|niet goed genoeg|niet best|stelt niks voor|prutswerk|aanfluiting|"
    "beschamend|ondermaats|gênant|hopeloos|klagen|zeuren|gezeur|geklaag|niks van|schande|amateur|"
    "amateuristisch|minder|slordig|slonzig|flauw",
    "threat": "anders|consequenties|gevolgen|laatste keer|laatste kans|waarschuwing|dossier|kun je vertrekken|"
    "dan weet je|ander werk|op straat|zwaard|de deur",
    "comparison": "de rest|anderen|een ander|collega's|iedereen|zij wel|hij wel|wel lukt|kan het wel|als enige|"
    "neem een voorbeeld|kleuter|stagiair|mijn dochter|mijn zoon|mijn oma",
    "gives back": "dus|je zegt|u zegt|zeg je|ik hoor|hoor ik|als ik je goed|als ik u goed|begrijp ik|het klinkt|"
    "klinkt alsof|klinkt als|met andere woorden|je merkt|je voelt|u voelt|je bedoelt|aan de ene kant|"
    "enerzijds|aan de andere kant|samengevat|als ik het samenvat|kortom|je baalt|je vindt|je wilt|je hebt|"
    "je bent|je mist",
    "feeling": "bang|boos|moe|verdrietig|onzeker|onrustig|blij|trots|eenzaam|alleen|gekwetst|gespannen|machteloos|"
    "gefrustreerd|frustreert|frustratie|teleurgesteld|schaam|schaamt|schaamte|opgelucht|angst|angstig|"
    "bezorgd|zorgen|stress|druk|zwaar|pijn|zeer|raakt|geraakt|dwars|baal|balen|baalt|gemist|gezien|"
    "gesteund|gewaardeerd|vermoeid|uitgeput|leeg|schuldig|jaloers|kwaad|woedend|verloren|hopeloos|"
    "overweldigd|onmacht|pijnlijk|spannend|zenuwachtig",
    "appreciates": "knap|mooi|goed|fijn|sterk|dapper|moedig|bedankt|dank|dank je|dank u|waardeer|waardering|respect|"
    "chapeau|complimenten|compliment|top|proficiat|goed zo|goed bezig|netjes|super|petje af|trots op|"
    "wat goed|dat siert|bewonder|indrukwekkend|eerlijk van je|je best|hard gewerkt|doorgezet|begrijpelijk|"
    "snap ik|begrijp ik|kan ik me voorstellen|rot voor je|wat vervelend|heftig|niet niks|dat lijkt me|"
    "voorstellen",
    "process": "afspreken|afspraak|gesprek|minuten|kwartier|half uur|doel|verwacht|verwachting|verwachtingen|agenda|"
    "samenvatten|samenvat|stilstaan|vervolg|volgende keer|volgende week|opschrijven|vastleggen|terugkomen|"
    "rol|vertrouwelijk|tussen ons|tijd|mag ik|vind je het goed|vindt u het goed|is het goed|is het oké|"
    "doorvragen|zullen we|laten we|ik stel voor|afronden|beginnen|bespreken|onder vier ogen|"
    "blijft onder ons|plannen|inplannen|prikken",
    "backchannel": "hm|hm-hm|hmm|mm|mhm|ja|oké|ok|aha|juist|precies|ga door|ga verder|zo|goh|ah|nee|dag|hallo|hoi|"
    "goedemorgen|goedemiddag|goeiemorgen|welkom|moment|tot straks|tot morgen|doei",
    "plain": "het is|er is|er zijn|de cijfers|vrijdag|maandag|dinsdag|de vergadering|trouwens|vorige week|gisteren|"
    "vanmorgen|zelf heb ik|ik heb zelf|ik had|ik ben zelf|ik kom|ik was|toen ik|bij mij|thuis",
    "choice": "of|van wel|van niet|wel of niet|ja of nee|hoeveel|hoe vaak|hoe laat|hoe lang|wanneer|welke dag|al|nog",
    "advises others": "een collega aanraden|zou jij een collega|zou jij|zelf|zou je zelf|zelf willen|volgens jou",
}

ANAPHORA = "dat daar die dit hier erover eraan ervan ermee daarvan daarmee daarover zo toen dan hem haar ze"

STOP_WORDS = (
    "de het een en of maar want dus dat die dit deze er ik je jij u we wij ze zij hij hem haar hun ons "
    "mijn jouw uw zijn is was ben bent waren heb hebt heeft had hadden wordt worden werd kan kun kunt "
    "kunnen zou zouden zal zullen moet moeten mag wil wilt willen ga gaat gaan doe doet doen te om van in "
    "op aan bij met voor naar uit over door tot als dan ook nog wel niet geen al zo toch maar even eens "
    "gewoon nou ja nee hoe wat wie waar waarom wanneer welke meer heel erg veel iets niets alles alle "
    "ander andere nu toen daar hier me mij jou zich zelf men eh uh hoor hè goed"
)
