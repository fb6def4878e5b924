import { Code } from '@mantine/core';

export const detailsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** What an error said, folded away: for whoever is called to help. */
export function TechnicalDetails({ error }: { readonly error: unknown }) {
  return (
    <details>
      <summary>给技术人员的说明</summary>
      <Code block mt="xs">
        {detailsOf(error)}
      </Code>
    </details>
  );
}
