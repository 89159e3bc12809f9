//! The clock and the source of new ids. The core reads neither; both come in with each action.

use wasm_bindgen::{JsCast, JsValue};

use crate::annotation::Timestamp;

/// The moment now, to the second.
#[must_use]
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit an i64 for 292 million years")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    Timestamp::from_timestamp(seconds, 0).unwrap_or_default()
}

/// Today, on the person's own calendar.
#[must_use]
pub fn today() -> Option<chrono::NaiveDate> {
    let date = js_sys::Date::new_0();
    let year = i32::try_from(date.get_full_year()).ok()?;
    chrono::NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date())
}

/// Milliseconds since the page was opened; never goes back.
#[must_use]
pub fn milliseconds() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// A new random UUID (RFC 9562, version 4).
///
/// `crypto.randomUUID` is missing on pages opened from disk, so the random bytes are shaped here.
#[must_use]
pub fn new_uuid() -> String {
    let bytes = js_sys::Uint8Array::new_with_length(16);
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let array: &js_sys::Object = bytes.unchecked_ref();
        let _: Result<_, JsValue> = crypto.get_random_values_with_array_buffer_view(array);
    }
    let mut uuid = String::with_capacity(36);
    for (index, byte) in bytes.to_vec().into_iter().enumerate() {
        let byte = match index {
            6 => byte & 0x0f | 0x40,
            8 => byte & 0x3f | 0x80,
            _ => byte,
        };
        if matches!(index, 4 | 6 | 8 | 10) {
            uuid.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            uuid.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    uuid
}

/// Whether the person writes the month before the day.
#[must_use]
pub fn month_first() -> bool {
    let last = js_sys::Date::new_with_year_month_day(2000, 11, 31);
    String::from(last.to_locale_date_string("default", &JsValue::UNDEFINED)).starts_with("12")
}

/// A date, and perhaps a time, in the person's own language and order.
#[must_use]
pub fn in_locale(moment: Timestamp) -> String {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of any year we meet fit 53 bits")]
    let date = js_sys::Date::new(&JsValue::from_f64(moment.timestamp_millis() as f64));
    let options = js_sys::Object::new();
    for (key, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        let _: Result<bool, JsValue> = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    date.to_locale_string("default", &options).into()
}
