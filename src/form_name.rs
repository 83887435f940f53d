//! The name and version of a form that programs read: a text that is the same in every file of that form. Knows no form.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// A form that programs read.
pub trait Form {
    /// Its name and version, such as `candour-diff/1`.
    const NAME: &'static str;
}

/// The name and version of a form, as it is written in each file of it.
pub struct FormName<F>(PhantomData<F>);

impl<F> FormName<F> {
    /// The name of the form.
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<F> Clone for FormName<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for FormName<F> {}

impl<F> PartialEq for FormName<F> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<F> Eq for FormName<F> {}

impl<F: Form> fmt::Debug for FormName<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(F::NAME)
    }
}

impl<F: Form> Serialize for FormName<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(F::NAME)
    }
}

impl<F: Form> JsonSchema for FormName<F> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "const": F::NAME })
    }
}
