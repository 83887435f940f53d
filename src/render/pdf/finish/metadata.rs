//! What the file says about itself, its colours, and the data inside it.

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::objects::{dictionary, integer, literal, name, text};
use super::{Aside, Finisher, PRODUCER};

/// The profile of the colours: sRGB, in the public domain.
const SRGB: &[u8] = include_bytes!("../colour/sRGB-v2-magic.icc");

impl Finisher<'_> {
    /// What the file says about itself, for archives and for assistive technology.
    pub(super) fn metadata(&mut self) -> ObjectId {
        let report = self.report;
        let [title, author, description] =
            [&report.title, &report.author, &report.description].map(|words| escape(words));
        let language = report.language.tag();
        let date = format!("{}T00:00:00Z", escape(&report.date));
        let id = &self.digest;
        let xmp = format!(
            r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmpMM:DocumentID>urn:sha256:{id}</xmpMM:DocumentID><xmpMM:InstanceID>urn:sha256:{id}</xmpMM:InstanceID>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Which part of PDF/UA the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
            bom = '\u{FEFF}',
        );
        let dictionary = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
        // Readers look for it without unpacking the file.
        self.file.add_object(Stream::new(dictionary, xmp.into_bytes()).with_compression(false))
    }

    pub(super) fn colour(&mut self) -> Dictionary {
        let profile = Stream::new(dictionary([("N", Object::Integer(3))]), SRGB.to_vec());
        let profile = self.file.add_object(profile);
        dictionary([
            ("Type", name("OutputIntent")),
            ("S", name("GTS_PDFA1")),
            ("OutputConditionIdentifier", literal("sRGB")),
            ("Info", literal("sRGB")),
            ("RegistryName", literal("http://www.color.org")),
            ("DestOutputProfile", Object::Reference(profile)),
        ])
    }

    /// The published data the report was made from, as a file inside the file.
    pub(super) fn data(&mut self, aside: &Aside) -> ObjectId {
        let size = integer(self.report.data.len());
        let params = dictionary([("Size", size), ("ModDate", literal(&self.date()))]);
        let mut dictionary_of_data = dictionary([
            ("Type", name("EmbeddedFile")),
            ("Subtype", name("application/json")),
            ("Params", Object::Dictionary(params)),
        ]);
        if aside.is_packed {
            dictionary_of_data.set("Filter", name("FlateDecode"));
        }
        let stream = Stream::new(dictionary_of_data, aside.data.clone());
        let stream = Object::Reference(self.file.add_object(stream));
        let files = dictionary([("F", stream.clone()), ("UF", stream)]);
        self.file.add_object(dictionary([
            ("Type", name("Filespec")),
            ("F", literal("data.json")),
            ("UF", text("data.json")),
            ("EF", Object::Dictionary(files)),
            ("AFRelationship", name("Source")),
            ("Desc", text(&format!("{} SHA-256 {}", self.report.title, aside.data_digest))),
        ]))
    }
}

fn escape(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // XML has no way to write these.
            '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            other => escaped.push(other),
        }
    }
    escaped
}
