package org.arrears.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of its forms a command gives its result: what {@code --format} says, else what the file's ending stands for,
 * else the first.
 *
 * @param forms those the command has, its ordinary one first
 */
record FormChoice(List<Form> forms) {

    FormChoice {
        forms = List.copyOf(forms);
    }

    static FormChoice of(Form... forms) {
        return new FormChoice(List.of(forms));
    }

    /** Chooses for stdout or for a file without an ending. */
    Form choose(Optional<Form> format) {
        if (format.isPresent() && !forms.contains(format.get())) {
            throw new WrongUsageException("--format " + format.get().code() + ": this command has " + codes());
        }
        return format.orElse(forms.get(0));
    }

    /** Chooses for a file; a name never promises a form that is not in it. */
    Form choose(Optional<Form> format, String file) {
        Form wanted = choose(format);
        Optional<String> ending = endingOf(file);
        if (ending.isEmpty()) {
            return wanted;
        }
        Optional<Form> promised = Form.ofEnding(ending.get());
        if (promised.isEmpty() && format.isPresent()) {
            return wanted;
        }
        if (promised.filter(forms::contains).isEmpty()) {
            throw new WrongUsageException("-o " + file + ": there is no form for the ending ." + ending.get()
                    + " here; endings are " + endings());
        }
        if (format.isPresent() && wanted != promised.get()) {
            throw new WrongUsageException(
                    "-o " + file + " stands for " + promised.get().code() + " and --format says " + wanted.code()
                            + ": leave --format out, or let the file end in " + wanted.ending());
        }
        return promised.get();
    }

    private static Optional<String> endingOf(String file) {
        String name = String.valueOf(Path.of(file).getFileName());
        int point = name.lastIndexOf('.');
        return point <= 0 ? Optional.empty() : Optional.of(name.substring(point + 1));
    }

    private String codes() {
        return forms.stream().map(Form::code).collect(Collectors.joining(", "));
    }

    private String endings() {
        return forms.stream()
                .map(form -> form.ending() + " (" + form.code() + ")")
                .collect(Collectors.joining(", "));
    }
}
