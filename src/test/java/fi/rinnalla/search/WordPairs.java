package fi.rinnalla.search;

import fi.rinnalla.vocabulary.Lang;
import java.util.Arrays;
import java.util.List;

/// What a parent types, and the word a service wrote: the pairs that must meet, and the ones that
/// must not.
///
/// Made up by us, partly with the lexicon in view: good for seeing what a change breaks, no
/// benchmark.
record WordPairs(String query, String text) {

  static List<WordPairs> thatMustMeet() {
    return pairs(
        """
        lapsi:lasten lapsi:lapsille lapsi:lapsiperheille lapsi:lastenneuvolaan lapset:lapsiperhe
        lapselle:lasta lapsi:lapsenhoito lapsi:pikkulapsiperhe vauva:vauvoille vauva:vauvaperheiden
        vauva:vauvauinti vauvalle:vauvamuskari vauvat:vauvojen taapero:taaperoille
        taapero:taaperokerhoon kahvila:perhekahvilassa kahvila:kahviloita perhekahvila:perhekahvilat
        perhekahvilat:perhekahvilaan perhe:perheille perhe:perheiden perhe:lapsiperheissä
        perhe:uusperheet perhekerho:perhekerhossa kerho:kerhoja kerho:perhekerhosta
        isä:isille isä:isien isä:isäryhmä isät:isäryhmään isä:isä-lapsi äiti:äideille äiti:äitien
        äiti:äitiryhmä äidit:äitejä vanhempi:vanhemmille vanhemmat:vanhempien
        vanhempi:vanhempainilta nainen:naisten mies:miehille sisarus:sisarusten tyttö:tytöille
        poika:pojille neuvola:äitiysneuvola neuvola:lastenneuvolasta neuvola:neuvoloissa
        päiväkoti:päiväkodissa päiväkotiin:päiväkodit koti:kodin koti:kotiin koulu:kouluun
        ero:eron ero:eroryhmä ero:avioero ero:erosta eroaminen:eroavat uni:unen uni:unta
        uni:univaikeudet uni:unikoulu nukkua:nukkuminen nukkua:nukkumisen nukuttua:nukkumaan
        nukahtaa:nukahtamisen väsynyt:väsymys väsymys:väsyneille väsyttää:väsynyt uupunut:uupumus
        uupumus:uupuneille jaksaa:jaksaminen jaksan:jaksamisen yksinäinen:yksinäisyys
        yksinäinen:yksinäisille yksinäisyys:yksinäisyyden masennus:masentunut
        masennus:masennuksesta masentunut:masennukseen itkee:itkuinen itku:itkuinen itkee:itkeminen
        imetys:imettäminen imettää:imetyksen imetys:imetystukiryhmä imetystuki:imetystukea
        raskaus:raskauden raskaana:raskaus synnytys:synnytyksen synnytys:synnytysvalmennus
        synnytyspelko:synnytyspelon kaksoset:kaksosten kaksoset:kaksosperhe keskonen:keskosten
        muskari:muskarissa muskari:vauvamuskariin muskari:muskarit satuhetki:satuhetkeen
        satu:satuhetki uinti:vauvauinti uida:uimaan leikki:leikit leikkipuisto:leikkipuistoissa
        puisto:leikkipuistossa leikkiä:leikkiminen kirjasto:kirjastossa tuki:tukea tuki:vertaistuki
        vertaistuki:vertaistukea tuki:tuen apu:avun apu:apua apu:ruoka-apu raha:rahaa raha:rahat
        velka:velkaneuvonta velat:velkojen ruoka:ruokaa ruoka:ruuan vaate:vaatteita
        vaatteet:vaatelainaamo ilmainen:ilmaiset ilmainen:maksuton ilmaisia:maksuttomat
        väkivalta:väkivallan väkivalta:lähisuhdeväkivaltaa riita:riidat riita:riitely
        parisuhde:parisuhteen suhde:parisuhde mummo:mummola mummo:isoäiti kiusaaminen:kiusattu
        kiusaaminen:kiusataan terapia:terapiaa terapia:pariterapiaan ystävä:ystäviä
        ystävä:ystävien tulkki:tulkin työ:työtä retki:retkelle retki:metsäretki
        vaunulenkki:vaunulenkille lenkki:vaunulenkit doula:doulan tampere:tampereella
        helsinki:helsingissä espoo:espoossa turku:turussa MLL:MLL:n suru:surevalle sade:sateella
        uhma:uhmaikäinen kiukku:kiukuttelu alkoholi:alkoholin erityislapsi:erityislapsen
        erityislapset:erityislasten adoptio:adoptioperheet maahanmuuttaja:maahanmuuttajille
        """);
  }

  static List<WordPairs> thatMustNotMeet() {
    return pairs(
        """
        isä:lisätiedot isä:isäntä isä:sisällä isä:lisä ero:kerosiini ero:verot ero:erottaa ero:neron
        uni:unkari uni:uniikki uni:univormu uni:kuninkaan lapsi:lapio lapsi:lapa lapsi:lappeenranta
        vauva:vauhti äiti:äänin koti:kotimaa koti:kotka koti:kotisivut tuki:tukikohta tuki:tukka
        tuki:tukkia tuki:stuki perhe:perhonen perhekahvila:perheneuvola perhekahvila:kahvila
        perhekerho:kerho puisto:puistattaa satu:sattuma satu:satunnainen yksinäinen:yksityinen
        apu:apulanta raha:rahti riita:riittää työ:työntää työ:tyhmä suru:suruton
        muskari:muskelit muskari:muskotti maksuton:maksu leikki:leikkaus leikki:leikkuri
        kahvila:kahvi kiukku:kiuas mies:mieli poika:poikkeus sade:sata sade:sadat
        masennus:masinointi itku:itikka keskonen:keskus imetys:imuri ilmainen:ilma
        väkivalta:väki väkivalta:valta vanhempi:vanha neuvola:neuvo retki:retiisi
        """);
  }

  /// Written without a look at the lexicon, run once (59 of 65 on both, and 0 and 1 of 32 falsely),
  /// and never to be mended one by one: they tell how we do on words we did not think of.
  static List<WordPairs> heldOutThatShouldMeet() {
    return pairs(
        """
        lapsen:lastensuojelu vauvan:vauvaperheelle taapero:taaperoikäisille
        perhettä:perhepalvelut isälle:isyyden isien:isävapaa äideistä:äitiyspoliklinikalla
        mummot:mummoille kahvilaan:perhekahviloissa kerhot:avoimet-kerhot kerhoon:perhekerhoista
        leikkipuistot:leikkipuistoon puistossa:puistotreffit kirjastoon:kirjastojen
        metsään:metsäretkiä retki:perheretki neuvolaan:neuvoloiden neuvolat:perheneuvolassa
        erossa:erovanhemmat eroamisen:erotessa unta:unikoulua nukkumisen:nukkumaanmeno
        väsyneenä:väsymyksestä uupunut:uupumukseen jaksa:jaksamista jaksamaan:jaksavat
        yksinäisenä:yksinäisyyteen masentuneelle:masennusta ahdistunut:ahdistus
        itkevä:itkuiselle imettävä:imetyksessä imetysongelmat:imetyksen raskauden:raskausaikana
        synnytyksestä:synnytykseen kaksosia:kaksosille keskoset:keskosvauvan
        muskariin:perhemuskareita laulaminen:laulua uimaan:vauvauinnissa leikin:leikkejä
        tukea:tukihenkilöitä tukihenkilö:tukihenkilön rahat:rahaongelmat
        veloista:velkaneuvojalta ruokaa:ruokakassit vaatteet:vaatteiden väkivaltaa:väkivaltainen
        riidat:riitaisa parisuhteessa:parisuhteemme ystävät:ystävyys kiusattu:kiusaamista
        puhetta:puheterapeutti maahanmuuttajat:maahanmuuttajataustaisille pelot:pelkoa
        surun:suruista lapsellani:lapsemme vauvani:vauvamme perheemme:perheellemme
        kuukausi:kuukautta viikonloppu:viikonloppuisin kesällä:kesäleiri
        musiikkia:musiikkileikki harrastukset:harrastuksia koululaiset:koululaisille
        esikoisen:esikoiselle
        """);
  }

  static List<WordPairs> heldOutThatShouldNotMeet() {
    return pairs(
        """
        isä:isännöitsijä isä:sisältö ero:eroosio ero:erikois uni:univers uni:unelma äiti:äitelä
        koti:koteloitu tuki:tukos perhe:perho vauva:vauraus raha:rahina apu:apina suru:surina
        riita:riitti leikki:leikkele puisto:puistattava mies:mieto nainen:nainti yksin:yksikkö
        sade:sadonkorjuu imetys:imeytyä väsymys:väsäys keskonen:keskenään uinti:uinuva
        neuvola:neuvottelu koulu:koulia retki:retkahtaa ruoka:ruoko huoli:huolto
        kaksonen:kaksinkertainen äiti:äänet
        """);
  }

  private static List<WordPairs> pairs(String table) {
    return Arrays.stream(table.strip().split("\\s+"))
        .map(pair -> pair.split(":", 2))
        .map(sides -> new WordPairs(sides[0], sides[1]))
        .toList();
  }

  boolean meetIn(WordAnalysis analysis) {
    List<Token> asked = analysis.text(query, Lang.FI);
    List<String> lemmas =
        analysis.text(text, Lang.FI).stream().flatMap(token -> token.lemmas().stream()).toList();
    return asked.stream().allMatch(token -> token.isMetBy(lemmas));
  }
}
