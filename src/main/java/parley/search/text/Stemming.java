package parley.search.text;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The languages whose words are also found in their other forms. */
public enum Stemming {
  EN(UnicodeScript.LATIN, EnglishAnalyzer.getDefaultStopSet(), Stemming::english),
  DE(UnicodeScript.LATIN, GermanAnalyzer.getDefaultStopSet(), Stemming::german),
  FR(UnicodeScript.LATIN, FrenchAnalyzer.getDefaultStopSet(), FrenchLightStemFilter::new),
  ES(UnicodeScript.LATIN, SpanishAnalyzer.getDefaultStopSet(), SpanishLightStemFilter::new),
  PT(UnicodeScript.LATIN, PortugueseAnalyzer.getDefaultStopSet(), PortugueseLightStemFilter::new),
  IT(UnicodeScript.LATIN, ItalianAnalyzer.getDefaultStopSet(), ItalianLightStemFilter::new),
  NL(UnicodeScript.LATIN, DutchAnalyzer.getDefaultStopSet(), snowball("Dutch")),
  SV(UnicodeScript.LATIN, SwedishAnalyzer.getDefaultStopSet(), snowball("Swedish")),
  DA(UnicodeScript.LATIN, DanishAnalyzer.getDefaultStopSet(), snowball("Danish")),
  NO(UnicodeScript.LATIN, NorwegianAnalyzer.getDefaultStopSet(), snowball("Norwegian")),
  FI(UnicodeScript.LATIN, FinnishAnalyzer.getDefaultStopSet(), snowball("Finnish")),
  HU(UnicodeScript.LATIN, HungarianAnalyzer.getDefaultStopSet(), snowball("Hungarian")),
  RO(UnicodeScript.LATIN, RomanianAnalyzer.getDefaultStopSet(), snowball("Romanian")),
  TR(UnicodeScript.LATIN, TurkishAnalyzer.getDefaultStopSet(), Stemming::turkish),
  CA(UnicodeScript.LATIN, CatalanAnalyzer.getDefaultStopSet(), snowball("Catalan")),
  CS(UnicodeScript.LATIN, CzechAnalyzer.getDefaultStopSet(), CzechStemFilter::new),
  ET(UnicodeScript.LATIN, EstonianAnalyzer.getDefaultStopSet(), snowball("Estonian")),
  LT(UnicodeScript.LATIN, LithuanianAnalyzer.getDefaultStopSet(), snowball("Lithuanian")),
  LV(UnicodeScript.LATIN, LatvianAnalyzer.getDefaultStopSet(), LatvianStemFilter::new),
  EU(UnicodeScript.LATIN, BasqueAnalyzer.getDefaultStopSet(), snowball("Basque")),
  GA(UnicodeScript.LATIN, IrishAnalyzer.getDefaultStopSet(), snowball("Irish")),
  GL(UnicodeScript.LATIN, GalicianAnalyzer.getDefaultStopSet(), GalicianStemFilter::new),
  ID(UnicodeScript.LATIN, IndonesianAnalyzer.getDefaultStopSet(), IndonesianStemFilter::new),
  RU(UnicodeScript.CYRILLIC, RussianAnalyzer.getDefaultStopSet(), snowball("Russian")),
  BG(UnicodeScript.CYRILLIC, BulgarianAnalyzer.getDefaultStopSet(), BulgarianStemFilter::new),
  SR(UnicodeScript.CYRILLIC, SerbianAnalyzer.getDefaultStopSet(), snowball("Serbian")),
  AR(UnicodeScript.ARABIC, ArabicAnalyzer.getDefaultStopSet(), Stemming::arabic),
  FA(UnicodeScript.ARABIC, PersianAnalyzer.getDefaultStopSet(), Stemming::persian),
  EL(UnicodeScript.GREEK, GreekAnalyzer.getDefaultStopSet(), snowball("Greek")),
  HI(UnicodeScript.DEVANAGARI, HindiAnalyzer.getDefaultStopSet(), Stemming::hindi),
  BN(UnicodeScript.BENGALI, BengaliAnalyzer.getDefaultStopSet(), Stemming::bengali),
  TA(UnicodeScript.TAMIL, TamilAnalyzer.getDefaultStopSet(), snowball("Tamil")),
  TE(UnicodeScript.TELUGU, TeluguAnalyzer.getDefaultStopSet(), TeluguStemFilter::new),
  HY(UnicodeScript.ARMENIAN, ArmenianAnalyzer.getDefaultStopSet(), snowball("Armenian")),
  /** The words of Chinese and Japanese as dictionaries have them, which rank before other hits. */
  HAN(UnicodeScript.HAN, CharArraySet.EMPTY_SET, words -> words);

  private static final List<Stemming> ALL = List.of(values());

  private final UnicodeScript script;

  @SuppressWarnings("Immutable") // never changed
  private final Set<String> frequent;

  @SuppressWarnings("Immutable") // functions without state
  private final UnaryOperator<TokenStream> stems;

  Stemming(UnicodeScript script, CharArraySet frequent, UnaryOperator<TokenStream> stems) {
    this.script = script;
    this.frequent = folded(frequent);
    this.stems = stems;
  }

  public static List<Stemming> all() {
    return ALL;
  }

  /** Those that are written in this script. */
  static List<Stemming> of(UnicodeScript script) {
    return ALL.stream().filter(one -> one.script == script).toList();
  }

  /** Those that this word may be in. */
  public static List<Stemming> of(String word) {
    return word.codePoints()
        .filter(Character::isLetter)
        .mapToObj(letter -> of(Scripts.of(letter)))
        .findFirst()
        .orElse(List.of());
  }

  /** In names of fields. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  UnicodeScript script() {
    return script;
  }

  /** Whether the language has this folded word in most of its texts. */
  boolean isFrequent(String folded) {
    return frequent.contains(folded);
  }

  /** Reduces lower-case words to their stems. */
  TokenStream stems(TokenStream words) {
    return stems.apply(words);
  }

  private static Set<String> folded(CharArraySet words) {
    var folded = new HashSet<String>();
    for (var word : words) {
      folded.add(Folded.of(new String((char[]) word)));
    }
    return Set.copyOf(folded);
  }

  private static UnaryOperator<TokenStream> snowball(String name) {
    return words -> new SnowballFilter(words, name);
  }

  private static TokenStream english(TokenStream words) {
    return new SnowballFilter(new EnglishPossessiveFilter(words), "English");
  }

  private static TokenStream german(TokenStream words) {
    return new GermanLightStemFilter(new GermanNormalizationFilter(words));
  }

  private static TokenStream turkish(TokenStream words) {
    return new SnowballFilter(new ApostropheFilter(words), "Turkish");
  }

  private static TokenStream arabic(TokenStream words) {
    return new SnowballFilter(new ArabicNormalizationFilter(words), "Arabic");
  }

  private static TokenStream persian(TokenStream words) {
    return new PersianStemFilter(
        new PersianNormalizationFilter(new ArabicNormalizationFilter(words)));
  }

  private static TokenStream hindi(TokenStream words) {
    return new HindiStemFilter(new HindiNormalizationFilter(words));
  }

  private static TokenStream bengali(TokenStream words) {
    return new BengaliStemFilter(new BengaliNormalizationFilter(words));
  }
}
