package fi.rinnalla.drawing;

import fi.rinnalla.drawing.Typeface.Weight;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A PDF that a screen reader can read: each text stands in the tree of the document as the heading
/// or the paragraph that it is, a picture with what it shows in words, and what is only drawn is
/// said to be an ornament (ISO 32000-1 §14.7–14.8). PDFBox keeps no such tree by itself.
public final class TaggedPdf implements AutoCloseable {
  private final PDDocument document = new PDDocument();
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole = new PDStructureElement("Document", root);
  private final Map<Integer, PDParentTreeValue> parents = new HashMap<>();
  private final Map<Weight, PDFont> fonts = new EnumMap<>(Weight.class);
  private final Typeface typeface;
  private List<PDStructureElement> onPage = new ArrayList<>();
  private PDPage page = new PDPage(PDRectangle.A4);
  private PDPageContentStream content;

  public TaggedPdf(Typeface typeface, String title, String language, Instant madeAt)
      throws IOException {
    this.typeface = typeface;
    root.appendKid(whole);
    var catalog = document.getDocumentCatalog();
    catalog.setStructureTreeRoot(root);
    catalog.setLanguage(language);
    PDMarkInfo marks = new PDMarkInfo();
    marks.setMarked(true);
    catalog.setMarkInfo(marks);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(title);
    about.setProducer("Rinnalla");
    GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    made.setTimeInMillis(madeAt.toEpochMilli());
    about.setCreationDate(made);
    document.setDocumentInformation(about);
    content = begun();
  }

  private PDPageContentStream begun() throws IOException {
    document.addPage(page);
    page.setStructParents(document.getNumberOfPages() - 1);
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    return new PDPageContentStream(document, page);
  }

  private void ended() throws IOException {
    content.close();
    COSArray here = new COSArray();
    onPage.forEach(element -> here.add(element.getCOSObject()));
    parents.put(parents.size(), new PDParentTreeValue(here));
    onPage = new ArrayList<>();
  }

  public void nextPage() throws IOException {
    ended();
    page = new PDPage(PDRectangle.A4);
    content = begun();
  }

  public int pages() {
    return document.getNumberOfPages();
  }

  /// A part of the document that texts go into.
  public PDStructureElement part(String tag, PDStructureElement within) {
    PDStructureElement element = new PDStructureElement(tag, within);
    within.appendKid(element);
    return element;
  }

  public PDStructureElement whole() {
    return whole;
  }

  /// More words of an element; its lines are one text.
  public void text(
      PDStructureElement element,
      Weight weight,
      float size,
      Color colour,
      float x,
      float y,
      String words)
      throws IOException {
    mark(element);
    content.beginText();
    content.setNonStrokingColor(colour);
    content.newLineAtOffset(x, y);
    for (Typeface.Run run : typeface.runs(weight, words)) {
      content.setFont(font(run.weight()), size);
      content.showText(run.letters());
    }
    content.endText();
    content.endMarkedContent();
  }

  private void mark(PDStructureElement element) throws IOException {
    int id = onPage.size();
    COSDictionary properties = new COSDictionary();
    properties.setInt(COSName.MCID, id);
    content.beginMarkedContent(
        COSName.getPDFName(element.getStructureType()), PDPropertyList.create(properties));
    if (element.getPage() == null) {
      element.setPage(page);
    }
    element.appendKid(id);
    onPage.add(element);
  }

  private PDFont font(Weight weight) throws IOException {
    PDFont known = fonts.get(weight);
    if (known == null) {
      known = PDType0Font.load(document, new ByteArrayInputStream(Typeface.bytes(weight)), true);
      fonts.put(weight, known);
    }
    return known;
  }

  /// A picture, and what it shows.
  public void picture(PDStructureElement element, String alternate, Path2D shape, Color colour)
      throws IOException {
    element.setAlternateDescription(alternate);
    mark(element);
    fill(shape, colour);
    content.endMarkedContent();
  }

  public void ornament(Path2D shape, Color colour) throws IOException {
    content.beginMarkedContent(COSName.ARTIFACT);
    fill(shape, colour);
    content.endMarkedContent();
  }

  private void fill(Path2D shape, Color colour) throws IOException {
    content.setNonStrokingColor(colour);
    double[] at = new double[6];
    float x = 0;
    float y = 0;
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> content.moveTo((float) at[0], (float) at[1]);
        case PathIterator.SEG_LINETO -> content.lineTo((float) at[0], (float) at[1]);
        case PathIterator.SEG_QUADTO ->
            // A PDF knows cubic curves only.
            content.curveTo(
                x + 2f / 3 * ((float) at[0] - x),
                y + 2f / 3 * ((float) at[1] - y),
                (float) at[2] + 2f / 3 * (float) (at[0] - at[2]),
                (float) at[3] + 2f / 3 * (float) (at[1] - at[3]),
                (float) at[2],
                (float) at[3]);
        case PathIterator.SEG_CUBICTO ->
            content.curveTo(
                (float) at[0],
                (float) at[1],
                (float) at[2],
                (float) at[3],
                (float) at[4],
                (float) at[5]);
        default -> content.closePath();
      }
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind != PathIterator.SEG_CLOSE) {
        x = (float) at[last];
        y = (float) at[last + 1];
      }
    }
    content.fill();
  }

  public byte[] written() throws IOException {
    ended();
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(parents.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
