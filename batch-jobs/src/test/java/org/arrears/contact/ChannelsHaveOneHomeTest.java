package org.arrears.contact;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.contact.channel.Channel;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.Templates;
import org.arrears.core.policy.NoticePolicy;
import org.junit.jupiter.api.Test;

/** All that is said of a channel is said in its folder: whoever adds one looks nowhere else. */
class ChannelsHaveOneHomeTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.arrears");

    /** The policy's words, and what is told about a run in sentences. */
    private static final List<String> MAY_NAME_CHANNELS = List.of("core/policy/NoticePolicy.java");

    private static final Pattern NAMED = Pattern.compile("['\"](sms|letter|letters)['\"/]");

    @Test
    void everyWordOfThePolicyIsAChannelOfTheRegistryAndTheOtherWayRound() {
        assertEquals(
                new HashSet<>(Arrays.asList(NoticePolicy.Channel.values())),
                Channels.all().stream().map(Channel::word).collect(Collectors.toSet()));
        for (NoticePolicy.Channel word : NoticePolicy.Channel.values()) {
            assertEquals(word, Channels.of(word).word());
        }
    }

    @Test
    void noTwoChannelsShareWhatTellsThemApart() {
        List<Function<Channel, Object>> apart = List.of(
                Channel::word,
                Channel::numberLetter,
                Channel::plural,
                Channel::folder,
                channel -> channel.templates().variable(),
                Channel::steps);
        for (Function<Channel, Object> what : apart) {
            assertEquals(
                    Channels.all().size(),
                    Channels.all().stream().map(what).distinct().count());
        }
        List<Object> steps = Channels.all().stream()
                .flatMap(channel -> channel.stepNames().stream())
                .collect(Collectors.toList());
        assertEquals(steps.size(), new HashSet<>(steps).size());
    }

    @Test
    void everyChannelHasTemplatesInItsFolderAndAJobOfItsName() throws IOException {
        Templates templates = Templates.bundled();
        for (Channel channel : Channels.all()) {
            Path folder = Path.of("../templates").resolve(channel.folder());
            try (Stream<Path> files = Files.list(folder)) {
                TemplateFile file = files.map(path -> channel.folder() + "/" + path.getFileName())
                        .sorted()
                        .flatMap(path -> Channels.templateFile(path).stream())
                        .findFirst()
                        .orElseThrow();
                assertEquals(channel.templates(), file.kind());
                assertTrue(templates.has(channel.templates(), file.template()), file::path);
            }
            assertEquals(channel, Channels.ofJob(channel.folder()).orElseThrow());
        }
    }

    @Test
    void onlyItsOwnFolderAsksWhetherAChannelIsOneOrTheOther() {
        String constants =
                Arrays.stream(NoticePolicy.Channel.values()).map(Enum::name).collect(Collectors.joining("|"));
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("org.arrears.contact.letter..", "org.arrears.contact.sms..")
                .and()
                .areNotAssignableTo(NoticePolicy.Channel.class)
                .should()
                .accessFieldWhere(
                        target(owner(assignableTo(NoticePolicy.Channel.class))).and(target(nameMatching(constants))))
                .check(CLASSES);
    }

    @Test
    void onlyItsOwnFolderNamesAChannelInATextOrAQuery() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path sources :
                List.of(Path.of("src/main/java/org/arrears"), Path.of("../cli/src/main/java/org/arrears"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String relative = sources.relativize(file).toString();
                    boolean home = relative.startsWith("contact/letter/") || relative.startsWith("contact/sms/");
                    boolean names = NAMED.matcher(Files.readString(file)).find();
                    if (names && !home && !MAY_NAME_CHANNELS.contains(relative)) {
                        named.add(relative);
                    }
                }
            }
        }
        assertEquals(List.of(), named);
    }

    @Test
    void channelsDoNotKnowEachOtherAndOnlyTheRegistryKnowsThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("registry")
                .definedBy("org.arrears.contact")
                .layer("letter")
                .definedBy("org.arrears.contact.letter..")
                .layer("sms")
                .definedBy("org.arrears.contact.sms..")
                .layer("channel")
                .definedBy("org.arrears.contact.channel..")
                .layer("render")
                .definedBy("org.arrears.contact.render..")
                .layer("proof")
                .definedBy("org.arrears.contact.proof..")
                .whereLayer("registry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("letter")
                .mayOnlyBeAccessedByLayers("registry")
                .whereLayer("sms")
                .mayOnlyBeAccessedByLayers("registry")
                .whereLayer("channel")
                .mayOnlyBeAccessedByLayers("registry", "letter", "sms")
                .whereLayer("render")
                .mayOnlyBeAccessedByLayers("registry", "letter", "sms", "channel")
                .whereLayer("proof")
                .mayOnlyBeAccessedByLayers("letter", "sms")
                .check(CLASSES);
        assertTrue(CLASSES.that(resideInAPackage("org.arrears.contact.letter.."))
                .iterator()
                .hasNext());
    }
}
