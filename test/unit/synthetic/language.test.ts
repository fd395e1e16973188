import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectLanguage } from '../../../server/src/engine/synthetic/language';

const english: Record<string, string> = {
  plain: 'The kettle had been on the stove for an hour before anybody noticed that there was no water left in it.',
  'lower case': 'i dont know why she left but there was a note on the table and the cat had not been fed since monday',
  'upper case': 'PLEASE DO NOT LEAVE BICYCLES IN THE CORRIDOR. THEY WILL BE REMOVED BY THE CARETAKER WITHOUT NOTICE.',
  learner:
    'In my country many people is going to city for find job. I think this problem have two reason, first the salary ' +
    'is more high and second young people want to live with friend.',
  technical:
    'Residual vector quantisation with shared codebooks reduces index memory by 40 % at equal recall; training uses ' +
    'mini-batch k-means, cosine annealing and early stopping.',
  headlines:
    'Ferry strike enters third week\nCouncil rejects harbour plan for second time\nStorm warning issued for north coast',
  recipe: 'Two cups flour, one cup sugar, pinch of salt. Beat eggs until pale, fold in flour, bake for forty minutes.',
  'curly apostrophes': 'You’re late, and I don’t think it’s funny that we’ve been waiting here for you since five.',
};

for (const [name, text] of Object.entries(english)) {
  test(`English: ${name}`, () => {
    const { language, share } = detectLanguage(text);
    assert.equal(language, 'en');
    assert.ok(share > 0 && share <= 1);
  });
}

const others: Record<string, string> = {
  German: 'Der Hund lag vor der Tür und wartete, bis die Kinder am Abend in das Haus zurückkamen und ihm Wasser gaben.',
  Dutch:
    'De hond lag voor de deur en wachtte tot de kinderen in de avond weer naar het huis kwamen met water voor hem.',
  Afrikaans:
    'Die hond het voor die deur gelê en gewag totdat die kinders in die aand met water na die huis teruggekom het.',
  Danish:
    'Hunden lå foran døren og ventede, til børnene kom hjem til huset om aftenen og gav den vand, som de havde med.',
  Swedish:
    'Hunden låg framför dörren och väntade tills barnen kom hem på kvällen och gav den vatten som de hade med sig.',
  French:
    'Le chien était couché devant la porte et il attendait que les enfants rentrent le soir avec de l’eau pour lui.',
  Spanish: 'El perro estaba delante de la puerta y esperaba a que los niños volvieran por la noche con agua para él.',
  Portuguese: 'O cão estava deitado em frente da porta e esperava que as crianças voltassem à noite com água para ele.',
  Italian:
    'Il cane stava davanti alla porta e aspettava che i bambini tornassero la sera con l’acqua per lui e per il gatto.',
  Romanian: 'Câinele stătea în fața ușii și aștepta ca fetele să se întoarcă seara cu apă pentru el și pentru pisică.',
  Polish:
    'Pies leżał przed drzwiami i czekał, aż dzieci wrócą wieczorem do domu z wodą dla niego, bo było bardzo gorąco.',
  Finnish:
    'Koira makasi oven edessä ja odotti, että lapset tulisivat illalla kotiin ja antaisivat sille vettä kupista.',
  Hungarian:
    'A kutya az ajtó előtt feküdt, és várta, hogy a gyerekek este hazatérjenek a házba, és vizet adjanak neki.',
  Turkish:
    'Köpek kapının önünde yatıyor ve çocukların akşam eve dönüp ona su vermesini bekliyordu, çünkü hava çok sıcaktı.',
  Indonesian:
    'Anjing itu berbaring di depan pintu dan menunggu anak-anak pulang ke rumah pada malam hari dengan air untuk dia.',
  Vietnamese:
    'Con chó nằm trước cửa và chờ bọn trẻ về nhà vào buổi tối với nước cho nó, vì trời rất nóng và không có gió.',
  Russian:
    'Собака лежала перед дверью и ждала, когда дети вечером вернутся домой и дадут ей воды, потому что было жарко.',
  Greek: 'Ο σκύλος ήταν μπροστά στην πόρτα και περίμενε να γυρίσουν τα παιδιά το βράδυ στο σπίτι με νερό για αυτόν.',
  Arabic: 'كان الكلب مستلقيا أمام الباب ينتظر عودة الأطفال إلى البيت في المساء ليعطوه بعض الماء لأن الجو كان حارا جدا.',
  Hindi: 'कुत्ता दरवाज़े के सामने लेटा था और बच्चों के शाम को घर लौटने की राह देख रहा था क्योंकि बहुत गर्मी थी।',
  Chinese: '狗躺在门前，等孩子们晚上带着水回家，因为那天很热，而且井里的水已经干了好几个星期。',
  Japanese: '犬は戸の前に寝そべって、子供たちが夕方に水を持って家に帰ってくるのを待っていた。',
  Korean: '개는 문 앞에 누워서 아이들이 저녁에 물을 가지고 집으로 돌아오기를 기다리고 있었다.',
  Thai: 'สุนัขนอนอยู่หน้าประตูและรอให้เด็กๆ กลับบ้านตอนเย็นพร้อมกับน้ำ เพราะวันนั้นอากาศร้อนมาก',
};

for (const [name, text] of Object.entries(others)) {
  test(`not English: ${name}`, () => assert.equal(detectLanguage(text).language, 'other'));
}

test('quotations in English do not make a text English, nor foreign names another language', () => {
  assert.equal(detectLanguage(`${others.Russian} „The End of the World“ ${others.Russian}`).language, 'other');
  assert.equal(detectLanguage(`${others.Chinese}（Faculty of Law and the Arts）${others.Chinese}`).language, 'other');
  const names =
    'She flew from São Paulo to Łódź with José, who had never been to the north before, and stayed for a week.';
  assert.equal(detectLanguage(names).language, 'en');
});

test('half of a text in another language is not left out of the sample', () => {
  const half = `${english.plain} `.repeat(40);
  assert.equal(detectLanguage(half + `${others.Spanish} `.repeat(40)).language, 'other');
  assert.equal(detectLanguage(`${others.Spanish} `.repeat(40) + half).language, 'other');
});

test('a few words or none are unknown', () => {
  for (const text of ['', ' ', '12 34 56', 'The end.', '😀😀😀', '!!! ???', '\ud800']) {
    assert.equal(detectLanguage(text).language, 'unknown', text);
  }
});

test('megabytes of one thing come to an end', () => {
  for (const unit of ['the ', ' ', 'a', 'a b ', '今', '\ud800', "'"]) {
    const text = unit.repeat(1 << 20);
    assert.ok(detectLanguage(text).language, unit);
  }
});
