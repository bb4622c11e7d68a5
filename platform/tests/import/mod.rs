//! Import of matters: the mapping, whole files, broken files, the workbook, and the real export.

mod broken;
mod command;
mod golden;
mod real;
mod repeat;
mod support;
mod workbook;
