/** Hands a text or bytes to the reader as a file. */
export function download(name: string, body: string | Uint8Array, type: string): void {
  const link = document.createElement('a');
  const full = typeof body === 'string' ? `${type};charset=utf-8` : type;
  link.href = URL.createObjectURL(new Blob([body as BlobPart], { type: full }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
