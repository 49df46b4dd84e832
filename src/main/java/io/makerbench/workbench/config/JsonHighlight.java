package io.makerbench.workbench.config;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** The style classes of a JSON text: keys, texts, numbers, words and comments. */
final class JsonHighlight {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<key>\"(?:\\\\.|[^\"\\\\\\n])*\"(?=\\s*:))|(?<text>\"(?:\\\\.|[^\"\\\\\\n])*\")"
              + "|(?<number>-?\\b\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\b)"
              + "|(?<word>\\b(?:true|false|null)\\b)|(?<comment>//[^\\n]*)");
  private static final List<String> KINDS = List.of("key", "text", "number", "word", "comment");

  private JsonHighlight() {}

  static StyleSpans<Collection<String>> of(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      spans.add(List.of(), matcher.start() - end);
      spans.add(List.of("json-" + kind(matcher)), matcher.end() - matcher.start());
      end = matcher.end();
    }
    spans.add(List.of(), text.length() - end);
    return spans.create();
  }

  private static String kind(Matcher matcher) {
    return KINDS.stream().filter(kind -> matcher.group(kind) != null).findFirst().orElseThrow();
  }
}
