/** An answer of a host. Rejects where it is none that serves. */
export async function request(
  url: string,
  get: typeof fetch,
  cache: RequestCache,
  headers: HeadersInit = {},
): Promise<Response> {
  const response = await get(url, { cache, headers });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}
