/** The words by which `language.ts` tells English from other languages in Latin letters; lower case. */

/** Function words of English, and a few more that nearly every English text holds. */
export const englishWords =
  'the and of to that this with it its they them their are were be been being have has from by not but you your she ' +
  'her he his him we our us which would could should can will may there these those when where what who how why if ' +
  'or my than then about into because between through some any other only also more most before after while such ' +
  "very just like make made get does did do don't it's i'm i've you're that's didn't doesn't isn't can't is for as " +
  'at a an i am me in was had all one new two said first each both many over under up out so no well per within ' +
  'without during against across among until since though although however every another same own too now here much ' +
  'than even still might must shall upon whose whom let via us using used use based including';

/**
 * Frequent words of Spanish, Portuguese, French, Italian, Romanian; German, Dutch, Afrikaans; Danish, Norwegian,
 * Swedish; Finnish, Estonian, Hungarian; Polish, Czech, Croatian; Turkish; Indonesian, Malay; Tagalog; Swahili; Welsh,
 * Irish; Latin; Vietnamese. Not those that English holds in names, abbreviations and formulae, such as "die" or "com".
 */
export const otherWords =
  'de la el los las que y en una por con para del se su al lo como más pero os um uma não em da dos das na ao à é ' +
  'le les et des du est dans une il elle qui pour sur au avec ne pas ce cette di che gli della dei è non si sono ' +
  'și este cu pe nu care mai der das und den von zu mit ist ein eine nicht auf dem für im sich auch het een van ' +
  'dat niet te zijn aan met voor ook nie och att det som av är på med till inte har og ikke af ja ei että oli hän ' +
  'mutta kun ovat joka jotka myös ole sekä kuin voi tai mitä minä ning ka és az egy hogy nem nie że się jest je ' +
  've bir bu için ile yang dan ini itu dengan untuk dari pada ke tidak adalah ang ng sa mga kwa ni yn yr mae agus ' +
  'quod sunt không của là và có cho được trong những';
