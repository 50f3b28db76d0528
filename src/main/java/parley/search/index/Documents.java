package parley.search.index;

import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import parley.search.text.ForumAnalyzer;
import parley.search.text.HtmlText;
import parley.search.text.Languages;
import parley.search.text.Stemming;

/** Items as documents of the index. No text is stored: what is shown comes from the database. */
final class Documents {

  /** Phrases are looked for in the folded words only. */
  private static final FieldType STEMS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    STEMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    STEMS.freeze();
  }

  private Documents() {}

  static Document of(Item item) {
    var document = new Document();
    document.add(new StringField(Fields.KEY, item.kind().key(item.id()), Store.NO));
    document.add(new NumericDocValuesField(Fields.NUMBER, item.kind().number(item.id())));
    document.add(new StringField(Fields.KIND, item.kind().name(), Store.NO));
    document.add(new StringField(Fields.AUTHOR, Long.toString(item.authorId()), Store.NO));
    if (item.topicId() > 0) {
      document.add(new StringField(Fields.TOPIC, Long.toString(item.topicId()), Store.NO));
      document.add(new StringField(Fields.BOARD, Long.toString(item.boardId()), Store.NO));
    }
    for (var party : item.parties()) {
      document.add(new StringField(Fields.PARTY, Long.toString(party), Store.NO));
    }
    var created = item.createdAt().getEpochSecond();
    document.add(new LongPoint(Fields.CREATED, created));
    document.add(new NumericDocValuesField(Fields.CREATED, created));
    addTexts(document, item);
    return document;
  }

  private static void addTexts(Document document, Item item) {
    var text = HtmlText.of(item.html());
    var languages =
        item.kind() == Kind.MEMBER // a name has no forms
            ? EnumSet.noneOf(Stemming.class)
            : Languages.of(item.title() + ' ' + text);
    addText(document, Fields.TITLE, item.title(), languages);
    addText(document, Fields.TEXT, text, languages);
  }

  private static void addText(
      Document document, String field, String text, Set<Stemming> languages) {
    if (!text.isEmpty()) {
      document.add(new TextField(field, text, Store.NO));
      for (var language : languages) {
        document.add(new Field(ForumAnalyzer.field(field, language), text, STEMS));
      }
    }
  }
}
