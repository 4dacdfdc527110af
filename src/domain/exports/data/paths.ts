/** Where the data files stand that are not of one work or text. */

/** Changes when a field goes or changes its meaning; fields may be added. */
export const schemaVersion = 'v1';

export const schemaPath = (name: string): string => `data/schema/${schemaVersion}/${name}.json`;

export const openApiPath = 'data/openapi.json';
