//! Rust without its library, and without what can panic, which would bring the library in: references, slices, enums with and without a niche, tuples.
#![no_std]
#[link(wasm_import_module = "env")]
extern "C" {
    fn stop(n: i32);
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
#[derive(Clone, Copy)]
#[repr(u8)]
enum Colour {
    Red,
    Green = 5,
}
struct Point {
    x: i32,
    y: f64,
    tag: char,
    colour: Colour,
}
enum Shape {
    Circle(f32),
    Rectangle { width: u16, height: u16 },
    Empty,
}
static mut COUNTER: u32 = 7;

#[inline(never)]
fn sum(values: &[i32], scale: i64, text: &str) -> i64 {
    let mut total = 0i64;
    for value in values {
        let one = *value as i64 * scale;
        total += one;
        unsafe { stop(total as i32) };
    }
    total + text.len() as i64
}

#[inline(never)]
fn describe(shape: &Shape, point: &Point, extra: Option<u32>) -> i32 {
    let area = match shape {
        Shape::Circle(radius) => *radius as i32,
        Shape::Rectangle { width, height } => (*width as i32) * (*height as i32),
        Shape::Empty => 0,
    };
    unsafe { stop(area) };
    area + point.x + point.y as i32 + point.tag as i32 + point.colour as i32 + extra.unwrap_or(1) as i32
}

#[no_mangle]
pub extern "C" fn run() -> i32 {
    let numbers = [1, 2, 3];
    let text = "h\u{e9}llo";
    let point = Point { x: -4, y: 2.5, tag: '\u{e9}', colour: Colour::Green };
    let some: Option<u32> = Some(4);
    let none: Option<u32> = None;
    let reference: Option<&i32> = Some(&numbers[1]);
    let nothing: Option<&i32> = None;
    let failed: Result<u8, i16> = Err(-2);
    let shape = Shape::Rectangle { width: 3, height: 4 };
    let circle = Shape::Circle(1.5);
    let empty = Shape::Empty;
    let tuple = (1u8, -2i16, "t");
    let [_, slice @ ..] = &numbers;
    let huge = 1u128 << 100;
    let flag = true;
    let unit = ();
    let pointer: *const i32 = &numbers[0];
    unsafe { COUNTER += 1 };
    let total = sum(&numbers, 10, text);
    let area = describe(&shape, &point, some) + describe(&circle, &point, none) + describe(&empty, &point, none);
    unsafe { stop(area) };
    let _ = unit;
    total as i32 + slice[0] + tuple.0 as i32 + tuple.1 as i32 + tuple.2.len() as i32 + flag as i32
        + unsafe { *pointer }
        + reference.map_or(0, |value| *value)
        + nothing.map_or(0, |value| *value)
        + failed.map_or(3, |value| value as i32)
        + (huge == 0) as i32
        + Colour::Red as i32
}
