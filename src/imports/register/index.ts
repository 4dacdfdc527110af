/** A spreadsheet of documents → the register of the archive. */
export { type RegisterEntry, type RegisterSheet, readRegisterSheet } from './read.ts';
export { type WrittenRegister, writeRegister } from './write.ts';
