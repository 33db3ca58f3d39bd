package org.arrears.ingest.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.arrears.core.policy.ValueKind;
import org.arrears.core.policy.YamlSection;
import org.arrears.core.text.Shown;
import org.arrears.ingest.kind.Column;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.FileKinds;
import org.arrears.ingest.kind.NamePattern;
import org.arrears.ingest.kind.Target;
import org.arrears.ingest.mapping.DecimalTranslation.Style;
import org.arrears.ingest.mapping.DecimalTranslation.Unit;

/** Reads one entry under {@code files} of a mapping. */
final class FileMappingReader {

    private static final ValueKind<String> WORD = ValueKind.line(64);
    private static final ValueKind<Style> STYLE = ValueKind.choice(Style.values(), Style::code);
    private static final ValueKind<Unit> UNIT = ValueKind.choice(Unit.values(), Unit::code);
    private static final ValueKind<String> LAST_LINE = ValueKind.choice(new String[] {"any"}, word -> word);
    private static final String PATTERNS = "letters of java.time patterns, like yyyyMMdd or dd/MM/yyyy;"
            + " for a year of two digits { pattern: yyMMdd, century: 1950-2049 }";
    private static final ValueKind<DateTranslation> DATES =
            new ValueKind<>(DateTranslation::parse, FileMappingReader::noPattern, PATTERNS);
    private static final ValueKind<Century> CENTURY =
            ValueKind.of(Century::parse, "is no century", "a hundred years between 1900 and 2199, like 1950-2049");
    private static final ValueKind<NamePattern> NAMES =
            ValueKind.of(NamePattern::ofFiles, "is no pattern of file names", "a name like ACCT_*.csv, ending in .csv");

    private final YamlSection section;
    private final FileKind kind;
    private final Map<String, Column.Type> types;
    private final ValueKind<String> column;

    FileMappingReader(FileKinds kinds, YamlSection section) {
        this.section = section;
        ValueKind<FileKind> known = ValueKind.choice(kinds.all().toArray(FileKind[]::new), FileKind::code);
        this.kind = section.require("kind", known, kinds.of(Target.LOAN));
        this.types = kind.columns().all().stream().collect(Collectors.toMap(Column::name, Column::type));
        this.column = ValueKind.choice(kind.columns().names().toArray(String[]::new), name -> name);
    }

    FileMapping read(String place) {
        Map<String, String> columns = columns();
        Map<String, Unit> units = units();
        Set<String> hundredths = units.entrySet().stream()
                .filter(entry -> entry.getValue() == Unit.FEN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new FileMapping(
                place,
                kind,
                section.find("names", NAMES),
                columns,
                translations(units),
                constants(columns),
                new LinkedHashSet<>(section.list("ignore", WORD, List.of())),
                hundredths,
                section.find("last-line", LAST_LINE).isPresent());
    }

    private Map<String, String> columns() {
        YamlSection named = section.child("columns");
        Map<String, String> columns = new LinkedHashMap<>();
        for (String source : named.names()) {
            named.find(source, column).ifPresent(ours -> {
                if (columns.containsValue(ours)) {
                    named.refuse(source, "is a second column for " + ours, "one column for each of ours");
                }
                columns.put(source, ours);
            });
        }
        return columns;
    }

    private Map<String, Unit> units() {
        YamlSection named = section.child("units");
        Map<String, Unit> units = new LinkedHashMap<>();
        for (String name : ours(named)) {
            named.find(name, UNIT).ifPresent(unit -> {
                Column.Type type = types.get(name);
                boolean ofAmounts = unit == Unit.YUAN || unit == Unit.FEN;
                if (type != (ofAmounts ? Column.Type.AMOUNT : Column.Type.RATE)) {
                    named.refuse(name, Shown.quoted(unit.code()) + " is no unit of this column", allowedUnits(type));
                }
                units.put(name, unit);
            });
        }
        return units;
    }

    private static String allowedUnits(Column.@org.jspecify.annotations.Nullable Type type) {
        return type == Column.Type.AMOUNT
                ? "yuan, fen"
                : type == Column.Type.RATE ? "fraction, percent" : "units only for amounts and rates";
    }

    private Map<String, String> constants(Map<String, String> columns) {
        YamlSection named = section.child("constants");
        Map<String, String> constants = new LinkedHashMap<>();
        for (String name : ours(named)) {
            if (columns.containsValue(name)) {
                named.refuse(name, "is a column of the file too", "a constant or a column");
            }
            named.find(name, WORD).ifPresent(value -> constants.put(name, value));
        }
        return constants;
    }

    private Map<String, Translation> translations(Map<String, Unit> units) {
        Map<String, Translation> translations = new LinkedHashMap<>();
        Optional<DateTranslation> dates =
                section.holdsSection("dates") ? dates(section.child("dates")) : section.find("dates", DATES);
        Optional<Style> style = section.find("decimals", STYLE);
        types.forEach((name, type) -> {
            boolean decimal = type == Column.Type.AMOUNT || type == Column.Type.RATE;
            if (type == Column.Type.DATE) {
                dates.ifPresent(pattern -> translations.put(name, pattern));
            } else if (decimal && (style.isPresent() || units.containsKey(name))) {
                boolean rate = type == Column.Type.RATE;
                Unit unit = units.getOrDefault(name, rate ? Unit.FRACTION : Unit.YUAN);
                translations.put(name, new DecimalTranslation(style.orElse(Style.PLAIN), unit, rate));
            }
        });
        YamlSection tables = section.child("codes");
        for (String name : ours(tables)) {
            if (translations.put(name, codes(tables.child(name))) != null) {
                tables.refuse(name, "is a date or decimal with a pattern or unit already", "one way to read it");
            }
        }
        return translations;
    }

    private static Optional<DateTranslation> dates(YamlSection form) {
        if (!form.has("century")) {
            form.requirePresent("pattern", PATTERNS);
            return form.find("pattern", DATES);
        }
        Optional<Century> century = form.find("century", CENTURY);
        String pattern = form.require("pattern", WORD, "");
        if (century.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        if (DateTranslation.parse(pattern).isPresent()) {
            form.refuse("century", "is only for a year of two digits", "no century, or a pattern like yyMMdd");
            return Optional.empty();
        }
        Optional<DateTranslation> dates = DateTranslation.parse(pattern, century.get());
        if (dates.isEmpty()) {
            form.refuse("pattern", Shown.quoted(pattern) + " is no pattern that gives a day", PATTERNS);
        }
        return dates;
    }

    private static String noPattern(String pattern) {
        return DateTranslation.lacksCentury(pattern)
                ? "has a year of two digits, which may be of any century"
                : "is no pattern that gives a day";
    }

    private static CodeTranslation codes(YamlSection table) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String code : table.names()) {
            table.find(code, WORD).ifPresent(ours -> codes.put(code, ours));
        }
        return new CodeTranslation(codes);
    }

    private List<String> ours(YamlSection named) {
        List<String> names = named.names();
        for (String name : names) {
            if (!types.containsKey(name)) {
                named.refuse(name, column.problem().apply(name), column.allowed());
            }
        }
        return names.stream().filter(types::containsKey).toList();
    }
}
