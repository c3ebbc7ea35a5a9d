/** A few residents write in English, and are answered in it. */
export interface EnglishStory {
  topic: string;
  unit: string;
  handler: string;
  what: string;
  place: string;
  wish?: string;
  said: string;
  answer: string;
  /** What came back; absent: not judged yet. */
  verdict?: { solved: 'yes' | 'partly' | 'no'; words: string; again?: string };
  /** Days ago. */
  ago: number;
}

export const english: readonly EnglishStory[] = [
  {
    topic: 'bus',
    unit: 'bus',
    handler: 'lutong',
    what: 'The bus stop opposite the textile school has no timetable in pinyin or English. I waited an hour for a bus that no longer runs.',
    place: 'Hubin Road, bus stop opposite the textile school',
    wish: 'Please put up the route numbers in letters as well',
    said: 'Thanked the resident and promised to check all the signs along the route.',
    answer:
      'The old route is gone from the sign. Route numbers, first and last bus now stand in pinyin and English on all nine stops between the station and the lake.',
    verdict: { solved: 'yes', words: 'Clear now, thank you. The driver even waved.' },
    ago: 33,
  },
  {
    topic: 'noise-site',
    unit: 'environment',
    handler: 'lanqing',
    what: 'Building works behind our flat go on until two in the morning. I teach at seven and cannot sleep.',
    place: 'Donghu New Town, building 8',
    said: 'Agreed to measure the noise at night, from the resident’s balcony.',
    answer:
      'We measured 59 decibels at half past midnight, above the limit, and stopped the night shift. A permit is needed from now on and will hang at the gate.',
    verdict: {
      solved: 'no',
      words: 'Quiet for three nights, then the pump trucks came back.',
      again:
        'The site was fined and a meter now reports to us day and night. We stayed on site for two nights ourselves; nothing ran after ten.',
    },
    ago: 41,
  },
  {
    topic: 'water-quality',
    unit: 'tapwater',
    handler: 'liangshui',
    what: 'Tap water has been slightly brown every morning this week. Is it safe for a baby bottle?',
    place: 'Lakeside Garden, building 3, flat 1102',
    said: 'Asked to keep the first glass of the morning as a sample; visit agreed for the next day.',
    answer:
      'Our sample meets every limit for drinking water; the colour was rust from a short iron pipe, which we replaced today. Please let it run for two minutes once.',
    ago: 6,
  },
  {
    topic: 'parking',
    unit: 'donghu',
    handler: 'jiangbo',
    what: 'Cars are parked on the ramp of our building every evening, so my wife cannot get her wheelchair out.',
    place: 'Jinxiu Estate, building 2',
    said: 'Promised to come the same evening with the estate manager.',
    answer:
      'The ramp is painted and two posts stand beside it. The estate manager has the key and will call drivers who park there.',
    verdict: { solved: 'partly', words: 'Better, but delivery vans still stop there at noon.' },
    ago: 24,
  },
  {
    topic: 'rubbish',
    unit: 'liuwan',
    handler: 'songtao',
    what: 'Nobody told new tenants which bin is for what. I sorted everything, and the collector mixed it again.',
    place: 'Heping Homes, bin point by the north gate',
    said: 'Explained the two collection times and asked for the date it was mixed.',
    answer:
      'A sign with pictures hangs above the bins and a leaflet in English is at the community desk. The driver who mixed the bins has been spoken to.',
    verdict: { solved: 'yes', words: '' },
    ago: 75,
  },
  {
    topic: 'clinics',
    unit: 'health',
    handler: 'meixue',
    what: 'How can I register at the county hospital without a Chinese identity card? The machine refused my passport.',
    place: 'County hospital, outpatient hall',
    said: 'Went through the steps with the resident by telephone.',
    answer:
      'Window 6 registers passports from eight to half past five, and the two new machines read them as well. Your record is kept under the passport number.',
    verdict: { solved: 'yes', words: 'Worked at the first try.' },
    ago: 118,
  },
];
