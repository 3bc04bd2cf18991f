import { Code } from '@mantine/core';
import { Fragment } from 'react';

/** Sentences of the reference: names of code between backticks, what counts most between pairs of asterisks. */
export function Marked({ text }: { text: string }) {
  return [...text.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|[^`*]+|./g)].map(
    ({ index, 0: plain, 1: code, 2: strong }) => (
      <Fragment key={index}>
        {code ? <Code>{code}</Code> : strong ? <strong>{strong}</strong> : plain}
      </Fragment>
    ),
  );
}
