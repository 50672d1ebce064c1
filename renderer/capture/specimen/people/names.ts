import type { Names } from './states.ts';

/** Family names, then given names of women and of men; the people they make together are invented. */
type Pool = { readonly family: string; readonly women: string; readonly men: string };

const pools: Readonly<Record<Names, Pool>> = {
  yoruba: { family: 'Adébáyò,Okonkwo,Balogun,Ọláwálé,Eze,Danjuma,Nwachukwu,Abubakar,Ogunlesi,Achebe-Obi', women: 'Adaeze,Folákẹ́,Ngozi,Amina,Chiamaka,Títílayọ̀,Ifeoma', men: 'Emeka,Babátúndé,Chinedu,Sani,Olúmídé,Ifeanyi,Uche' },
  akan: { family: 'Mensah,Owusu-Ansah,Boateng,Asante,Addo,Quaye,Agyeman', women: 'Akosua,Ama,Efua,Abena,Esi Serwaa', men: 'Kwame,Kofi,Yaw,Kwabena,Nii Armah' },
  swahili: { family: "Ng'ang'a,Wanjiru,Ochieng,Kamau,Mwangi,Nakato,Kiprotich,Uwimana,Mutua", women: 'Wanjiku,Achieng,Neema,Zawadi,Nyambura,Grace Akinyi', men: 'Otieno,Juma,Baraka,Kipchoge,Mugisha,Peter Mwita' },
  english: { family: "Marlowe,Ashdown,Fitzgerald,Smith-Jones,Whitcombe,O'Brien,Hargreaves,Li,MacAllister,Featherstonehaugh", women: 'Thea Ines,Charlotte,Imogen,Zoë,Mary-Anne,Ruby', men: 'Oliver,Theodore James,Hugh,Jean-Luc,Miles,Barnaby' },
  irish: { family: "O'Súilleabháin,Ní Bhriain,Mac Giolla Phádraig,O'Neill,Kavanagh", women: 'Siobhán,Aoife,Niamh Róisín,Gráinne', men: 'Pádraig,Seán,Oisín,Cillian' },
  german: { family: 'Müller,Weißmann,Schröder-Köhler,Jäger,Übelacker,Groß,von der Heide,Öttinger,Bärenfänger', women: 'Käthe,Jördis,Anneliese,Änne,Ursula Marie', men: 'Jürgen,Götz,Matthias,Björn-Uwe,Rüdiger' },
  french: { family: "Lefèvre,d'Aubigné,Çelik-Moreau,Fontaine,Diop,Ndiaye,L'Hermite,Traoré,Bélanger", women: 'Zoé,Hélène,Marie-Françoise,Aïssatou,Noémie', men: 'François,Jérôme,Ousmane,Jean-Baptiste,Loïc' },
  spanish: { family: 'Muñoz Ibáñez,Peñalosa,García de la Torre,Núñez,Echeverría,Ordóñez Ríos', women: 'Begoña,María José,Inés,Ximena,Lucía', men: 'Íñigo,José Ángel,Ramón,Martín,Joaquín' },
  portuguese: { family: 'Gonçalves,Assunção da Silva,Magalhães,Araújo,Conceição Brandão', women: 'Conceição,Inês,Joana,Luíza Beatriz', men: 'João,Simão,Antônio,Gustavo Henrique' },
  italian: { family: "D'Angelo,De Rossi,Nicolò,Bianchi,Dell'Acqua", women: 'Chiara,Niccoletta,Ilaria,Maria Grazia', men: 'Niccolò,Matteo,Gianluca,Pier Paolo' },
  dutch: { family: "van der Meer,de Vries,'t Hooft,Jansen,van den Bossche,Claes", women: 'Femke,Anneloes,Saskia,Zoë', men: 'Joost,Sjoerd,Daniël,Pieter-Jan' },
  polish: { family: 'Wiśniewska,Żółtowski,Łukasiewicz,Dąbrowska,Świątek', women: 'Małgorzata,Łucja,Agnieszka,Zofia', men: 'Paweł,Stanisław,Łukasz,Grzegorz' },
  czech: { family: 'Dvořák,Nováková,Příhoda,Kučera,Štěpánek', women: 'Kateřina,Božena,Jiřina,Žofie', men: 'Jiří,Ondřej,Tomáš,Vojtěch' },
  hungarian: { family: 'Szőke,Kővári,Nagy,Tóth-Szűcs,Gyöngyösi', women: 'Ildikó,Erzsébet,Zsófia', men: 'László,Győző,Bálint' },
  romanian: { family: 'Țăranu,Ionescu,Știrbei,Brâncoveanu', women: 'Ștefania,Ioana,Anca', men: 'Ștefan,Răzvan,Ionuț' },
  turkish: { family: 'Yıldız,Şahin,Öztürk,Çağlar,İnönü,Gürsoy', women: 'Ayşe,Gülçin,İpek,Tuğba', men: 'Çağrı,Ömer,İlker,Yiğit' },
  nordic: { family: 'Åkesson,Sørensen,Kjær,Lindqvist,Hämäläinen,Bjørnstad,Ström', women: 'Åsa,Kirsten,Päivi,Signe,Märta', men: 'Jørgen,Øyvind,Pär,Väinö,Søren' },
  icelandic: { family: 'Guðmundsdóttir,Þórsson,Ægisson,Sigurðardóttir', women: 'Þórunn,Sigríður,Ásdís', men: 'Þorsteinn,Guðjón,Davíð' },
  baltic: { family: 'Žukauskas,Bērziņš,Šimkutė,Kalniņa', women: 'Rūta,Žydrė,Līga', men: 'Jānis,Šarūnas,Ģirts' },
  indian: { family: 'Venkataraghavan,Chatterjee,Iyer,Patel,Sundaramoorthy,Kaur,Krishnamurthy', women: 'Lakshmi Priya,Ananya,Sunita,Meenakshi', men: 'Rajesh Kumar,Venkatesh,Arjun,Balasubramaniam' },
  arabic: { family: 'El-Sayed,Bouazzaoui,Al Mansoori,Haddad,Khan,Benabdallah', women: 'Fatima Zahra,Nour,Mariam,Salma', men: 'Abdelrahman,Youssef,Khalid,Muhammad Bilal' },
  vietnamese: { family: 'Nguyễn,Trần,Phạm,Đặng,Lê', women: 'Thị Hồng,Ánh Tuyết,Thu Hà', men: 'Văn Đức,Minh Quân,Quốc Bảo' },
  chinese: { family: 'Lü,Zhang,Ouyang,Wu,Xie', women: 'Xiuying,Meiling,Yun', men: 'Weiming,Jianguo,Bo' },
  filipino: { family: 'dela Cruz,Santos,Peñaflor,Macaraeg', women: 'Maria Corazon,Liwayway,Luningning', men: 'Jose Mari,Bayani,Dakila' },
  indonesian: { family: 'Sukarnoputra,Wijaya,Suharti,Prasetyo', women: 'Dewi Ayu,Sri,Ratna', men: 'Budi,Agus Slamet,Wayan' },
  utopian: { family: 'Marlowe,Raphaelsen,Eriksson,Anemolian,Polylerit', women: 'Thea Ines,Anna Maria,Zephyrine', men: 'Hythloday,Ambrose,Thorvald' },
};

const wholeName: readonly Names[] = ['indonesian', 'indian', 'arabic'];

/** Family names, women's and men's given names of a culture. */
export function namesOf(culture: Names): { readonly family: readonly string[]; readonly women: readonly string[]; readonly men: readonly string[] } {
  const { family, women, men } = pools[culture];
  return { family: family.split(','), women: women.split(','), men: men.split(',') };
}

/** Whether people there may bear one name only. */
export function mayHaveOneName(culture: Names): boolean {
  return wholeName.includes(culture);
}

/** Names that do not fit the zone and are cut there. */
export const longNames: readonly { readonly family: string; readonly given: string }[] = [
  { family: 'Papandropoulous-Featherstonehaugh', given: 'Jonathon Alec Maximilian' },
  { family: 'Venkatanarasimharajuvaripeta', given: 'Sundaramoorthy Balakrishnan' },
  { family: 'Gutiérrez de Piñeres Echeverría', given: 'María del Pilar Concepción' },
  { family: 'Wolfeschlegelsteinhausen', given: 'Hubert Blaine Theophilus Johannes' },
];
