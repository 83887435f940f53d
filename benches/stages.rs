//! Where the time goes, stage by stage, on the worked example.
//!
//! `cargo bench` prints a figure for each stage; compare two commits with `--save-baseline` and `--baseline`.

#![allow(missing_docs, reason = "criterion's macros make functions without doc comments")]

use std::hint::black_box;

use candour::{
    check::{self, Options},
    disclosure::{self, Audience, PublishOptions},
    intake, render, report, schema,
};
use criterion::{Criterion, criterion_group, criterion_main};

const SALTMERE: &[u8] = include_bytes!("../fixtures/valid/saltmere-2026-27-q2/return.json");

fn stages(criterion: &mut Criterion) {
    let read = intake::read("return.json", SALTMERE);
    let checked = check::check(read.clone(), &Options::default());
    let accepted = checked.accept().expect("the worked example has no errors");
    let publish = PublishOptions::default();
    let audiences = [Audience::Funder, Audience::Members, Audience::Public];
    let reports = audiences.map(|audience| report::build(&disclosure::publish(&accepted, audience, &publish)));

    criterion.bench_function("read", |bench| bench.iter(|| intake::read("return.json", black_box(SALTMERE))));
    criterion.bench_function("shape", |bench| bench.iter(|| schema::check(black_box(&read.intake))));
    criterion.bench_function("validate: read, shape and rules", |bench| {
        bench.iter(|| check::check(intake::read("return.json", black_box(SALTMERE)), &Options::default()));
    });
    criterion.bench_function("publish, build, html: all three audiences", |bench| {
        bench.iter(|| {
            audiences.map(|audience| {
                let published = disclosure::publish(black_box(&accepted), audience, &publish);
                render::html(&report::build(&published), &render::HtmlOptions::default())
            })
        });
    });
    for (audience, report) in audiences.into_iter().zip(&reports) {
        let word = audience.word();
        criterion.bench_function(&format!("publish: {word}"), |bench| {
            bench.iter(|| disclosure::publish(black_box(&accepted), audience, &publish));
        });
        let published = disclosure::publish(&accepted, audience, &publish);
        criterion
            .bench_function(&format!("build: {word}"), |bench| bench.iter(|| report::build(black_box(&published))));
        criterion.bench_function(&format!("html: {word}"), |bench| {
            bench.iter(|| render::html(black_box(report), &render::HtmlOptions::default()));
        });
        criterion.bench_function(&format!("pdf: {word}"), |bench| {
            bench.iter(|| render::pdf(black_box(report), &render::PdfOptions::default()));
        });
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
