package org.arrears.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks a document against the keywords of JSON Schema that our schema uses; any other keyword is refused. */
final class SchemaWalk {

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "title",
            "description",
            "format",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "pattern",
            "minimum",
            "oneOf");

    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    SchemaWalk(JsonNode root) {
        this.root = root;
    }

    /** Returns what is wrong with a document, by place. */
    List<String> faults(JsonNode document) {
        check(root, document, "");
        return faults;
    }

    /** Returns the definitions that documents have met. */
    Set<String> used() {
        return used;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        schema.propertyNames().forEach(keyword -> require(KEYWORDS.contains(keyword), at, "keyword " + keyword));
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString().substring("#/$defs/".length());
            used.add(name);
            check(root.get("$defs").get(name), value, at);
        }
        require(!schema.has("type") || hasType(schema.get("type"), value), at, "type of " + value);
        require(!schema.has("enum") || contains(schema.get("enum"), value), at, "enum: " + value);
        if (value.isString() && schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.get("pattern").asString());
            require(pattern.matcher(value.asString()).find(), at, "pattern: " + value);
        }
        if (value.isNumber() && schema.has("minimum")) {
            require(value.asLong() >= schema.get("minimum").asLong(), at, "minimum: " + value);
        }
        if (schema.has("oneOf")) {
            oneOf(schema.get("oneOf"), value, at);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), at + "/" + i);
            }
        }
        if (value.isObject()) {
            object(schema, value, at);
        }
    }

    private void object(JsonNode schema, JsonNode value, String at) {
        schema.path("required").forEach(name -> require(value.has(name.asString()), at, "no " + name));
        for (String name : value.propertyNames()) {
            JsonNode property = schema.path("properties").path(name);
            boolean closed = schema.has("additionalProperties")
                    && !schema.get("additionalProperties").asBoolean();
            require(!closed || !property.isMissingNode(), at, "additional " + name);
            if (!property.isMissingNode()) {
                check(property, value.get(name), at + "/" + name);
            }
        }
    }

    private void oneOf(JsonNode choices, JsonNode value, String at) {
        int fitting = 0;
        for (JsonNode choice : choices) {
            int before = faults.size();
            check(choice, value, at);
            fitting += faults.size() == before ? 1 : 0;
            faults.subList(before, faults.size()).clear();
        }
        require(fitting == 1, at, "fits " + fitting + " of oneOf: " + value);
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode choice : type) {
                if (hasType(choice, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean contains(JsonNode choices, JsonNode value) {
        for (JsonNode choice : choices) {
            if (choice.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private void require(boolean holds, String at, String fault) {
        if (!holds) {
            faults.add(at + ": " + fault);
        }
    }
}
