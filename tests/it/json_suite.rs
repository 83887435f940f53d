//! What is JSON and what is not, from the grammar (RFC 8259) and its well-known edges: what has to be accepted, what has
//! to be refused with a sentence and a place, and what a reader may decide for itself.

use candour::diagnostic::Severity;
use candour::intake::{Read, read};
use candour::source::Locate;

/// Errors of the text alone: a return is looked at later.
fn refusals(read: &Read) -> Vec<&'static str> {
    let errors = read.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| found.rule).collect()
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).chars().take(80).collect()
}

fn accepted(bytes: &[u8]) {
    let read = read("case.json", bytes);
    assert_eq!(refusals(&read), [""; 0], "{} is JSON", shown(bytes));
    assert!(read.intake.root().is_some(), "{} is JSON", shown(bytes));
}

/// Either way there is a place for whatever is said, and what to do.
fn well_said(bytes: &[u8]) -> Read {
    let read = read("case.json", bytes);
    let length = read.intake.sources().get(read.intake.top().document()).text.len();
    for found in &read.diagnostics {
        assert!(!found.message.is_empty() && found.help.is_some(), "{}: {}", shown(bytes), found.message);
        let place = read.intake.locate(&found.at, found.part);
        assert!(place.bytes.start <= place.bytes.end && place.bytes.end <= length, "{}: {place:?}", shown(bytes));
    }
    read
}

fn refused(bytes: &[u8]) {
    assert_ne!(refusals(&well_said(bytes)), [""; 0], "{} is not JSON", shown(bytes));
}

/// Between quotation marks.
fn text(inside: &[u8]) -> Vec<u8> {
    [b"\"", inside, b"\""].concat()
}

#[test]
fn values_stand_alone_or_in_one_another() {
    for json in [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "\"\"",
        "\"asd\"",
        "[]",
        "{}",
        "[null]",
        "[true]",
        "[false]",
        "[\"\"]",
        "[1]",
        "[[]]",
        "[{}]",
        "{\"\":0}",
        "{\"a\":[]}",
        "[null, 1, \"1\", {}]",
        "[1,null,null,null,2]",
        "{\"a\":\"b\",\"b\":\"a\"}",
        "{\"a\":{\"b\":{\"c\":[[[]]]}}}",
        "{\"min\":-1.0e+28, \"max\":1.0e+28}",
        "{\"x\":[{\"id\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}], \"id\":\"x\"}",
        "{\"foo\\u0000bar\":42}",
        "{\"title\":\"\\u041f\\u043e\\u043b\\u0442\\u043e\\u0440\\u0430\"}",
    ] {
        accepted(json.as_bytes());
    }
}

#[test]
fn spaces_stand_between_marks() {
    for json in [
        " 1",
        "1 ",
        "\t1\n",
        "\r\n[\r\n]\r\n",
        "[\n\n1\n\n,\t2 ]",
        " {\n\"a\"\t:\r1 }  ",
        "[]\n",
        "[ ]",
        "{ }",
        " [] ",
        "[1\n,1\n]",
        "{\"a\"\n:\n\"b\"\n}",
    ] {
        accepted(json.as_bytes());
    }
}

#[test]
fn other_spaces_do_not() {
    for space in
        ["\u{b}", "\u{c}", "\u{a0}", "\u{85}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{200b}", "\u{2060}", "\u{3000}"]
    {
        for json in
            [format!("[{space}1]"), format!("[1{space}]"), format!("[1,{space}2]"), format!("{{\"a\":{space}1}}")]
        {
            refused(json.as_bytes());
        }
    }
    for json in ["[1]\u{c}", "[1]\u{a0}", "\u{2060}[1]", "[1\u{0}]"] {
        refused(json.as_bytes());
    }
}

#[test]
fn numbers_are_digits_with_a_point_and_a_power() {
    for number in [
        "0",
        "-0",
        "0.0",
        "-0.0",
        "1",
        "-1",
        "10",
        "123",
        "123.456789",
        "0.1",
        "1.0",
        "-123",
        "0e1",
        "0e+1",
        "0E-1",
        "1e1",
        "1E1",
        "1e+2",
        "1E+2",
        "1e-2",
        "1E-2",
        "123e45",
        "123e-10000000",
        "123.456e78",
        "20e1",
        "-0.0e-0",
        "0.5e-5",
        "1.7976931348623157e308",
        "5e-324",
        "9007199254740991",
        "-9007199254740991",
        "1234567890",
        "-0.000000000000000000000000000000000000000000000000000000000000000000000000000001",
        "1.000000000000000005",
        "[4]",
        "[ 4]",
        "[4 ]",
    ] {
        accepted(number.as_bytes());
        accepted(format!("[{number}]").as_bytes());
        accepted(format!("{{\"a\": {number} , \"b\": {number}}}").as_bytes());
    }
}

#[test]
fn other_ways_to_write_a_number_are_refused() {
    for number in [
        "-",
        "+",
        "+1",
        "++1234",
        "--1",
        "-+1",
        "- 1",
        "-01",
        "-012",
        "00",
        "01",
        "012",
        "0123",
        "007",
        ".",
        ".1",
        "-.1",
        ".2e-3",
        "1.",
        "-1.",
        "2.e3",
        "2.e+3",
        "2.e-3",
        "0.e1",
        "0.",
        "1..2",
        "1.2.3",
        "-2.",
        "-1.0.",
        "0.1.2",
        "0.3e",
        "0.3e+",
        "0e",
        "0e+",
        "0E",
        "0E+",
        "1e",
        "1e+",
        "1e-",
        "1E",
        "1.0e",
        "1.0e+",
        "1.0e-",
        "1eE2",
        "1ee2",
        "1e+-2",
        "1e1.5",
        "1 000.0",
        "1,000",
        "1_000",
        "1'000",
        "0x1",
        "0x42",
        "0b1",
        "0o7",
        "1a",
        "1ea",
        "-foo",
        "-1a",
        "-1x",
        "1f",
        "1L",
        "1n",
        "Infinity",
        "-Infinity",
        "+Infinity",
        "Inf",
        "+Inf",
        "NaN",
        "-NaN",
        "nan",
        "\u{ff11}",
        "\u{661}",
        "1\u{661}",
        "½",
        "1/2",
        "1:2",
        "50%",
        "£5",
        "5£",
        "€5",
        "1+2",
        "1-2",
        "1e+2-1",
        "-1-",
        "2026-07-01",
        "0.1a",
        "0\u{301}",
        "1\u{0}",
        "e5",
        "E5",
        ".e1",
        "-e1",
    ] {
        // A comma or a space would make two items of it.
        refused(format!("{{\"a\": {number}}}").as_bytes());
        if !number.contains([',', ' ']) {
            refused(number.as_bytes());
            refused(format!("[{number}]").as_bytes());
        }
    }
    refused(b"[1 000]");
}

#[test]
fn a_reader_may_refuse_what_it_cannot_hold() {
    let long = "9".repeat(5_000);
    for number in [
        "1e309",
        "-1e309",
        "1e999999999999",
        "-1.5e+9999",
        "0.4e006699999999999999999999999",
        "1e-999999999999",
        "100000000000000000000",
        "-123123123123123123123123123123",
        "9007199254740993",
        "18446744073709551616",
        &long,
        &format!("0.{long}"),
        &format!("1e{long}"),
        &format!("-{long}.{long}e-{long}"),
    ] {
        well_said(number.as_bytes());
        let read = well_said(format!("[{number}]").as_bytes());
        assert!(read.intake.root().is_some(), "{} is read on from", shown(number.as_bytes()));
    }
}

#[test]
fn texts_hold_any_letter() {
    for inside in [
        "",
        " ",
        "a",
        "a/*b*/c/*d//e",
        "//",
        "\u{7f}",
        "\u{80}",
        "\u{a0}",
        "\u{2028}",
        "\u{2029}",
        "\u{feff}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{fdd0}",
        "\u{1ffff}",
        "\u{10ffff}",
        "π",
        "日本",
        "😀",
        "e\u{301}",
        "\u{202e}",
        "\u{200d}",
        "'",
        "`",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "null",
        "1",
        "%00",
        "<script>",
        "&amp;",
        "“ ”",
    ] {
        accepted(&text(inside.as_bytes()));
        accepted(format!("{{\"{inside}\": [\"{inside}\"]}}").as_bytes());
    }
}

#[test]
fn escapes_are_those_of_the_grammar() {
    for inside in [
        r#"\""#,
        r"\\",
        r"\/",
        r"\b",
        r"\f",
        r"\n",
        r"\r",
        r"\t",
        r"\u0041",
        r"\u0000",
        r"\u001F",
        r"\u007F",
        r"\u00e9",
        r"\u00E9",
        r"\uFFFE",
        r"\uffff",
        r"\u2028",
        r"\uD83D\uDE00",
        r"\ud83d\ude39\ud83d\udc8d",
        r"\uDBFF\uDFFE",
        r"\uD800\uDC00",
        r"\\u0041",
        r"\\n",
        r"\\a",
        r#"\u005C\""#,
        r"\u0022",
        r"\u0061\u30af\u30EA\u30b9",
        r"\u0012",
        r"\uD834\uDD1E",
        r"\u0821",
        r"\u0123",
        r#"\"\\\/\b\f\n\r\t"#,
        r"new\u00A0line",
    ] {
        accepted(&text(inside.as_bytes()));
        accepted(format!("{{\"{inside}\": \"{inside}\"}}").as_bytes());
    }
}

#[test]
fn other_escapes_are_refused() {
    for inside in [
        r"\a",
        r"\v",
        r"\0",
        r"\1",
        r"\x00",
        r"\x41",
        r"\'",
        r"\`",
        r"\e",
        r"\N",
        r"\U0041",
        r"\ ",
        r"\-",
        r"\{",
        r"\é",
        r"\😀",
        "\\\n",
        "\\\t",
        "\\\u{0}",
        r"\u",
        r"\u0",
        r"\u00",
        r"\u00A",
        r"\u00G0",
        r"\u 041",
        r"\u+041",
        r"\u-041",
        r"\u{41}",
        r"\u004",
        r"\u00é0",
        r"\uqqqq",
        r"\uD834\uDd",
        r"\uD800\u",
        r"\uD800\u1",
        r"\uD800\u1x",
        r"\\\",
        r"\ud83d\",
        r"\u0041\",
        r"\",
        "\\\u{202e}",
    ] {
        refused(&text(inside.as_bytes()));
        refused(format!("[\"{inside}\"]").as_bytes());
        refused(format!("{{\"{inside}\": 1}}").as_bytes());
    }
}

#[test]
fn half_a_letter_is_no_letter() {
    for inside in [
        r"\uD800",
        r"\uDC00",
        r"\uDFFF",
        r"\uDADA",
        r"\ud800abc",
        r"\uDd1ea",
        r"\uD888\u1234",
        r"\uD800\uD800\n",
        r"\uDd1e\uD834",
        r"\uD800\n",
        r"\uDBFF\uDBFF",
        r"a\uD800",
    ] {
        // The grammar lets these pass and leaves what they mean open; we do not.
        refused(&text(inside.as_bytes()));
        well_said(format!("{{\"{inside}\": 1}}").as_bytes());
    }
}

#[test]
fn texts_hold_no_control_characters() {
    for byte in 0..0x20_u8 {
        refused(&text(&[byte]));
        refused(&text(&[b'a', byte, b'b']));
        refused(&[b"{\"a", &[byte][..], b"\": 1}"].concat());
        if !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
            refused(&[b"[1,", &[byte][..], b"2]"].concat());
            refused(&[b"[1]", &[byte][..]].concat());
        }
    }
}

#[test]
fn texts_stand_in_double_quotation_marks() {
    for json in [
        "'a'",
        "['a']",
        "{'a':0}",
        "[\"a']",
        "['a\"]",
        "\"",
        "[\"a",
        "[\"a]",
        "[\"",
        "[\"\"\"]",
        "\"\"x",
        "[\"a\"b\"]",
        "{\"a\":\"b\"c}",
        "[a]",
        "[é]",
        "[\u{ff}]",
        "{a: 1}",
        "{\"a\": b}",
        "{a\":1}",
        "{\"a:1}",
        "`a`",
        "[“a”]",
        "{“a”: 1}",
        "[«a»]",
        "[„a“]",
        "[‘a’]",
        "[\\u0020\"a\"]",
        "[\\n]",
        "\\u0041",
        "[\"a\\\"]",
        "\"\\",
        "[\"\\",
    ] {
        refused(json.as_bytes());
    }
}

#[test]
fn words_are_three_in_small_letters() {
    for json in [
        "True",
        "[True]",
        "FALSE",
        "[NULL]",
        "[Null]",
        "nul",
        "[nul]",
        "tru",
        "[fals]",
        "[truth]",
        "[nulls]",
        "[truefalse]",
        "None",
        "undefined",
        "[undefined]",
        "yes",
        "[no]",
        "[trueé]",
        "[true1]",
        "{\"a\": true false}",
        "[nu ll]",
        "[t]",
    ] {
        refused(json.as_bytes());
    }
}

#[test]
fn lists_have_commas_between_items() {
    for json in [
        "[",
        "]",
        "[1",
        "[1,",
        "[,",
        "[,]",
        "[,1]",
        "[1,]",
        "[1,,]",
        "[1,,2]",
        "[\"a\",\n4\n,1,",
        "[1 2]",
        "[1\n2]",
        "[\"a\" \"b\"]",
        "[3[4]]",
        "[[1][2]]",
        "[1,{},]",
        "[}",
        "[1}",
        "[\"x\"",
        "[\"x\",,]",
        "[x",
        "[1:2]",
        "[\"a\":1]",
        "[1;2]",
        "[*]",
        "[1]]",
        "[1]x",
        "[1]1",
        "[][]",
        "[null",
        "[true",
        "[\"\",",
        "[   , \"\"]",
        "[-",
        "[{}",
        "[[]",
        "[[]]]",
        "[\"asd]",
        "[{\"\":[{\"\":",
        "[<null>]",
        "1]",
        "[\u{feff}]",
        "][",
        "[...]",
        "[1,...]",
        "[\u{0}]",
    ] {
        refused(json.as_bytes());
    }
}

#[test]
fn records_have_a_name_a_colon_and_a_value() {
    for json in [
        "{",
        "}",
        "{]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\"}",
        "{\"a\":}",
        "{:1}",
        "{:}",
        "{\"a\" 1}",
        "{\"a\" b}",
        "{\"a\"::1}",
        "{\"a\":1:2}",
        "{\"a\":\"b\",}",
        "{\"a\":\"b\",,\"c\":1}",
        "{,}",
        "{,\"a\":1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1;\"b\":2}",
        "{\"a\"=1}",
        "{\"a\"=>1}",
        "{\"a\",1}",
        "{1:1}",
        "{9999E9999:1}",
        "{null:null}",
        "{true:1}",
        "{[]:1}",
        "{{}:1}",
        "{\"a\":1}}",
        "{\"a\":1}#",
        "{\"a\":1}//",
        "{\"a\":1}/",
        "{\"a\":\"a",
        "{\"a\":\"a\" 123}",
        "{\"a\":/*1*/1}",
        "{\"a\":1}/**/",
        "{\"a\":1}/**//",
        "{/**/\"a\":1}",
        "{\"a\" \"b\"}",
        "{\"a\": 1, 2}",
        "{\"a\": 1, \"b\"}",
        "{\"a\": 1, [2]}",
        "{\"a\": 1, {}}",
        "{é: 1}",
        "{\u{1f600}: 1}",
        "{\"a\":1]",
        "{,",
        "{[",
        "{\"",
        "{'",
        "{\"\u{0}",
        "{\"asd\":\"asd\"",
        "{🇨🇭}",
    ] {
        refused(json.as_bytes());
    }
}

#[test]
fn a_file_holds_one_value_and_nothing_else() {
    for json in [
        "",
        " ",
        "\n",
        "\t\r\n",
        "1 2",
        "{}{}",
        "[] []",
        "{} 1",
        "\"a\" \"b\"",
        "null null",
        "<.>",
        "<html>",
        "<?xml?>",
        "*",
        "#",
        "# a",
        "// a",
        "/* a */",
        "/",
        "/*",
        "/**",
        "[1]//",
        "[1]/*",
        "[1]#",
        "2@",
        "@",
        "&",
        "!",
        "?",
        "=",
        "^",
        "~",
        "a: 1",
        "- a",
        "a=1",
        "a,b\n1,2",
        "callback({})",
        "({})",
        "{\"a\":true} \"x\"",
        "{\"a\":1},",
        ",{\"a\":1}",
        ":",
        ",",
        "\\",
        "\u{0}",
        "%PDF-1.7",
        "PK\u{3}\u{4}",
        "--- {}",
        "\u{1f600}",
        "é",
        "…",
        "[\n\n\u{1f600}]",
        "\u{200b}{}",
        "{}\u{200b}",
    ] {
        refused(json.as_bytes());
    }
}

#[test]
fn letters_are_saved_as_utf_8() {
    let broken: [&[u8]; 14] = [
        b"\xFF",
        b"\xFE",
        b"\x80",
        b"\xBF",
        b"\xC0\xAF",
        b"\xC1\xBF",
        b"\xC3",
        b"\xE0\x80\xAF",
        b"\xE0\xFF",
        b"\xED\xA0\x80",
        b"\xF0\x80\x80\xAF",
        b"\xF4\x90\x80\x80",
        b"\xFC\x83\xBF\xBF\xBF\xBF",
        b"\xE6\x97",
    ];
    for bytes in broken {
        refused(&text(bytes));
        refused(&[b"[", bytes, b"]"].concat());
        refused(&[b"{\"a\": \"", bytes, b"\", \"", bytes, b"\": 1}"].concat());
        refused(&[b"[1", bytes, b"]"].concat());
        refused(bytes);
    }
}

#[test]
fn other_codes_and_marks_at_the_start_are_told() {
    let wide = |json: &str| -> Vec<u16> { json.encode_utf16().collect() };
    let big = |json: &str| -> Vec<u8> { wide(json).into_iter().flat_map(u16::to_be_bytes).collect() };
    let little = |json: &str| -> Vec<u8> { wide(json).into_iter().flat_map(u16::to_le_bytes).collect() };
    for json in ["[\"é\"]", "{}", "{\"a\": 1}"] {
        for bytes in [
            big(json),
            little(json),
            [b"\xFE\xFF".to_vec(), big(json)].concat(),
            [b"\xFF\xFE".to_vec(), little(json)].concat(),
        ] {
            refused(&bytes);
        }
    }
    // The mark of UTF-8 is let pass, once and at the start.
    let read = well_said(b"\xEF\xBB\xBF{}");
    assert!(read.intake.root().is_some() && refusals(&read).is_empty());
    for bytes in
        [&b"\xEF\xBB\xBF"[..], b"\xEF\xBB", b"\xEF", b"\xEF\xBB{}", b"\xEF\xBB\xBF\xEF\xBB\xBF{}", b"{\xEF\xBB\xBF}"]
    {
        refused(bytes);
    }
}

#[test]
fn depth_has_an_end() {
    for depth in [1, 10, 63, 64] {
        accepted(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).as_bytes());
        accepted(format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)).as_bytes());
    }
    for depth in [65, 500, 100_000] {
        refused(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).as_bytes());
        refused(format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)).as_bytes());
        refused("[".repeat(depth).as_bytes());
        refused("[{\"\":".repeat(depth).as_bytes());
        refused("]".repeat(depth).as_bytes());
    }
}

#[test]
fn names_given_twice_are_told_though_the_grammar_has_them() {
    for json in [
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"\":1,\"\":2}",
        "{\"a\":1,\"b\":2,\"\\u0061\":3}",
        "{\"é\":1,\"\\u00e9\":2}",
    ] {
        assert_eq!(refusals(&well_said(json.as_bytes())), ["field-given-twice"], "{json}");
    }
    // Letters that only look alike are two names.
    accepted("{\"a\":1,\"A\":2,\"\u{430}\":3,\"e\u{301}\":4,\"é\":5}".as_bytes());
}
