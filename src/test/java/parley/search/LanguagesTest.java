package parley.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.access.BoardScope;
import parley.search.index.Found;
import parley.search.index.Kind;
import parley.search.index.MemoryIndex;

/** Words of many languages, in the spellings and forms in which people look for them. */
class LanguagesTest {

  @TempDir private Path folder;
  private MemoryIndex index;

  @BeforeEach
  void open() throws IOException {
    index = new MemoryIndex(folder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  private Hits hits(String query) throws IOException {
    var scope = new Scope(List.of(Kind.TOPIC), BoardScope.ALL, false, null, null);
    return new Finder(index.refreshed(), Clock.systemUTC())
        .find(QueryWords.read(query), scope, false, 0, 100);
  }

  /** Exact ones only. */
  private List<Long> find(String query) throws IOException {
    var hits = hits(query);
    return hits.similar() ? List.of() : hits.found().stream().map(Found::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Die Straße ist nass, strasse",
    "Die Straße ist nass, STRASSE",
    "Die strasse ist nass, Straße",
    "Die Straße ist nass, Strassen",
    "Die STRASSEN sind nass, Straße",
    "Herr Müller kommt nicht, muller",
    "Herr Mueller kommt nicht, müller",
    "Das ist mit den Häusern der Fall, haus",
    "The children are running with the dogs, run",
    "The running of a server, runs",
    "La réunion est avec les étudiants, reunion",
    "Les chevaux sont dans la prairie, cheval",
    "Las ciudades de los niños, ciudad",
    "A instalação dos servidores, instalacao",
    "Le città sono belle per gli amici, citta",
    "De boeken zijn op het schip, boek",
    "Книги на столе и в шкафу, книга",
    "Всё ещё идёт дождь, все еще",
    "İSTANBUL ve Ankara, istanbul",
    "Isparta için bir kitap, ısparta",
    "Bu kitaplar çok güzel ve yeni, kitap",
    "Wszystko o żółwiach, zolwiach",
    "Łódź jest miastem, lodz",
    "Hà Nội là thủ đô, ha noi",
    "Đà Nẵng là thành phố, da nang",
    "Τα βιβλία είναι εδώ και εκεί, βιβλια",
    "ΟΔΥΣΣΕΥΣ και Πηνελόπη, οδυσσευς",
    "Ｆｕｌｌｗｉｄｔｈ letters, fullwidth",
    "ﾊﾝｶｸ ｶﾀｶﾅ, ハンカク",
    "كَتَبَ الوَلَدُ الدَّرْسَ, كتب",
    "قرأت الكتاب في البيت, كتاب",
    "שָׁלוֹם עולם, שלום",
    "किताबें मेज पर हैं, किताब",
    "ไม่มีใครอยู่ที่บ้านเลย, บ้าน",
    "東京都に住んでいます, 東京",
    "我们在北京大学学习, 大学",
    "我们在北京大学学习, 京",
    "데이터베이스를 설치했습니다, 데이터베이스",
    "ქართული ენა ლამაზია, ენა",
    "Հայերեն լեզուն գեղեցիկ է, լեզուն",
    "தமிழ் மொழி அழகானது, மொழி",
    "বাংলা ভাষা সুন্দর, ভাষা",
    "ភាសាខ្មែរពិរោះណាស់, ភាសា",
    "မြန်မာဘာသာစကား, ဘာသာ",
    "ພາສາລາວມ່ວນຫຼາຍ, ພາສາ",
    "አማርኛ ቋንቋ ነው, ቋንቋ",
    "naïve café façade, naive facade"
  })
  void areFound(String text, String query) throws IOException {
    index.topic(1, "Title", text);
    assertThat(find(query)).containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource({
    "か, が",
    "ハ, パ",
    "ข้าว, ขาว",
    "їхати, іхати",
    "ไม้, ไม่",
    "東京大学, 京東",
    "war, wars2",
    "東京, 京都"
  })
  void areNotFound(String text, String query) throws IOException {
    index.topic(1, "Title", text);
    assertThat(find(query)).isEmpty();
  }

  @Test
  void kyotoComesBeforeTokyo() throws IOException {
    for (var id = 1; id <= 5; id++) {
      index.topic(id, "Title", "東京都の天気");
    }
    index.topic(9, "Title", "今日は京都の天気がとても良いので散歩に行きました");
    assertThat(find("京都").get(0)).isEqualTo(9L);
  }

  @Test
  void particlesOfPhrasesAreTold() throws IOException {
    index.topic(1, "Title", "電車で行く").topic(2, "Title", "電車て行く");
    assertThat(find("\"電車で\"")).containsExactly(1L);
  }

  @Test
  void phrasesKeepTheirOrder() throws IOException {
    index.topic(1, "Title", "the quick brown fox").topic(2, "Title", "brown and quick");
    assertThat(find("\"quick brown\"")).containsExactly(1L);
    assertThat(find("quick brown")).containsExactly(1L, 2L);
    assertThat(find("„quick brown“")).containsExactly(1L);
    assertThat(find("fox -quick")).isEmpty();
    assertThat(find("brown -fox")).containsExactly(2L);
  }

  @Test
  void aTitleCountsMoreThanAText() throws IOException {
    index.topic(1, "Something", "about memory").topic(2, "Memory", "about something");
    assertThat(find("memory")).containsExactly(2L, 1L);
    assertThat(find("in:title memory")).containsExactly(2L);
  }

  @Test
  void theLastWordMayGoOn() throws IOException {
    index.topic(1, "Installation", "of PostgreSQL");
    assertThat(find("of postg")).containsExactly(1L);
    assertThat(find("postg of")).isEmpty();
    assertThat(find("postg ")).isEmpty();
    assertThat(find("inst")).containsExactly(1L);
  }

  @Test
  void errorsAreForgivenOnlyWhereNothingIsExact() throws IOException {
    index.topic(1, "Title", "kubernetes").topic(2, "Title", "cubernetes");
    assertThat(find("cubernetes")).containsExactly(2L);
    var hits = hits("kubrnetis ");
    assertThat(hits.similar()).isTrue();
    assertThat(hits.found()).extracting(Found::id).containsExactly(1L);
    assertThat(hits("xyzzy").found()).isEmpty();
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
            "*",
            "?*",
            "a*b?c",
            "/.*/",
            "(((((((",
            ")",
            "[a TO z]",
            "a AND OR NOT b",
            "a^1000",
            "field:value",
            "text:x",
            "\\",
            "\\\\\"",
            "\"",
            "\"\"\"",
            "- -- ---",
            "~5",
            "a~2",
            "(a+)+$",
            "{!lucene}",
            "\u202e\u200b\u200d",
            "🧑‍🚀🚀",
            "a".repeat(500),
            "é".repeat(500),
            "あ".repeat(500),
            "ก".repeat(500),
            "-x",
            "a:b:c:d",
            "::",
            ":")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void anythingIsAnswered(String query) throws IOException {
    index.topic(1, "Title", "a b c AND OR NOT x 🧑‍🚀");
    assertThat(hits(query)).isNotNull();
  }
}
