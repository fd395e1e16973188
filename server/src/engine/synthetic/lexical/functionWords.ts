/**
 * Words that carry grammar and attitude and hardly any topic. The delexicalised n-grams keep them as they are and
 * replace every other word by its class, so that what they learn holds in registers the training data lacks.
 * English closed classes (determiners, pronouns, prepositions, conjunctions, auxiliaries) and the commonest adverbs;
 * contractions are spelled with a straight apostrophe.
 */
export const functionWords: readonly string[] = `
a an the this that these those each every either neither both all any some no none such other another much many more
most few fewer less least several enough own same
i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our
ours ourselves they them their theirs themselves one ones oneself who whom whose which what whoever whatever whichever
someone somebody something anyone anybody anything everyone everybody everything nobody nothing
about above across after against along amid among amongst around as at before behind below beneath beside besides
between beyond by despite down during except for from in inside into like near of off on onto out outside over past per
since through throughout to toward towards under underneath unlike until up upon via with within without
and but or nor so yet if because although though while whereas unless whether than when whenever where wherever why how
however therefore thus hence moreover furthermore nevertheless nonetheless meanwhile otherwise instead additionally
am is are was were be been being have has had having do does did doing done will would shall should can could may might
must ought need dare used cannot get gets got getting gotten let lets make makes made making go goes going gone went
not n't never ever always often sometimes usually rarely seldom already still again also too very quite rather really
just only even almost nearly perhaps maybe indeed actually simply merely well here there now then today soon later once
twice away back together apart else far ago
yes oh okay please
i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll
she'll it'll we'll they'll isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't can't
couldn't shouldn't mustn't that's there's here's what's who's let's
first second third last next two three four
say says said saying think thinks thought know knows knew known see sees saw seen come comes came take takes took taken
want wants wanted seem seems seemed become becomes became keep keeps kept
way thing things kind sort lot lots bit part
`
  .trim()
  .split(/\s+/);
