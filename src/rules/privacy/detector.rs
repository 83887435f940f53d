//! The detectors by name, and which of them a text is worth looking at with.

use super::signs::Signs;
use super::{
    Hit, bank_details_in_text, date_of_birth_in_text, mailbox, name_in_text, national_insurance_number_in_text,
    nhs_number, postcode, reference_number_of_a_person, street_address_in_text, telephone_number_in_text,
};
use crate::diagnostic::Severity;

/// What looks for one kind of thing that may identify a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detector {
    NhsNumber,
    NationalInsuranceNumber,
    Postcode,
    Mailbox,
    TelephoneNumber,
    DateOfBirth,
    ReferenceNumber,
    Name,
    StreetAddress,
    BankDetails,
}

/// What was found in a text, from its start on, each when it is asked for.
type Hits<'t> = Box<dyn Iterator<Item = Hit> + 't>;

impl Detector {
    pub(super) const ALL: [Self; 10] = [
        Self::NhsNumber,
        Self::NationalInsuranceNumber,
        Self::Postcode,
        Self::Mailbox,
        Self::TelephoneNumber,
        Self::DateOfBirth,
        Self::ReferenceNumber,
        Self::Name,
        Self::StreetAddress,
        Self::BankDetails,
    ];

    /// Whether a text with these signs is worth a closer look.
    pub(super) fn may_find_any(self, signs: Signs) -> bool {
        match self {
            Self::NhsNumber => signs.may_be_nhs_number(),
            Self::NationalInsuranceNumber => signs.may_be_national_insurance_number(),
            Self::Postcode => signs.may_be_postcode(),
            Self::Mailbox => signs.may_be_mailbox(),
            Self::TelephoneNumber => signs.may_be_telephone_number(),
            Self::DateOfBirth => signs.may_be_date_of_birth(),
            Self::ReferenceNumber => signs.may_be_reference_number(),
            Self::Name => signs.may_be_name(),
            Self::StreetAddress => signs.may_be_street_address(),
            Self::BankDetails => signs.may_be_bank_details(),
        }
    }

    /// What it finds in a text.
    pub(super) fn hits(self, text: &str) -> Hits<'_> {
        match self {
            Self::NhsNumber => Box::new(nhs_number::hits(text)),
            Self::NationalInsuranceNumber => Box::new(national_insurance_number_in_text::hits(text)),
            Self::Postcode => Box::new(postcode::hits(text)),
            Self::Mailbox => Box::new(mailbox::hits(text)),
            Self::TelephoneNumber => Box::new(telephone_number_in_text::hits(text)),
            Self::DateOfBirth => Box::new(date_of_birth_in_text::hits(text)),
            Self::ReferenceNumber => Box::new(reference_number_of_a_person::hits(text)),
            Self::Name => Box::new(name_in_text::hits(text)),
            Self::StreetAddress => Box::new(street_address_in_text::hits(text)),
            Self::BankDetails => Box::new(bank_details_in_text::hits(text)),
        }
    }

    /// What all of them find in a text that must not be repeated.
    pub(super) fn found_in(text: &str) -> impl Iterator<Item = Hit> {
        let signs = Signs::of(text);
        let closer = Self::ALL.into_iter().filter(move |detector| detector.may_find_any(signs));
        closer.flat_map(|detector| detector.hits(text)).filter(Hit::is_private)
    }
}

impl Hit {
    /// Whether it must not be repeated.
    pub(super) fn is_private(&self) -> bool {
        self.severity != Severity::Advice
    }
}
