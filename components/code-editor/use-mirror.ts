'use client';

import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useCallback, useEffect, useImperativeHandle, useRef } from 'react';
import { basics } from './basics';
import type { CodeEditorProps } from './props';
import { usePhrases } from './use-phrases';

type Attributes = Record<string, string>;

/** One view of CodeMirror for as long as the field is there: what changes outside is handed to it, what is typed comes out. */
export function useMirror(
  { value, onChange, onBlur, language, problems = [], readOnly = false, focus }: CodeEditorProps,
  attributes: Attributes,
) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ value, onChange, onBlur });
  latest.current = { value, onChange, onBlur };
  const phrases = usePhrases();
  const [parts] = useRefOnce(() => ({
    language: new Compartment(),
    attributes: new Compartment(),
    readOnly: new Compartment(),
  }));
  const told = JSON.stringify(attributes);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what changes later is handed over below
  useEffect(() => {
    const made = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          ...basics(phrases),
          parts.language.of(language),
          parts.readOnly.of(readOnlyAs(readOnly)),
          parts.attributes.of(EditorView.contentAttributes.of(attributes)),
          EditorView.updateListener.of((update) => {
            const text = update.state.doc.toString();
            if (update.docChanged && text !== latest.current.value) latest.current.onChange(text);
          }),
          EditorView.domEventHandlers({ blur: () => latest.current.onBlur?.() }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const now = view.current;
    if (!now || now.state.doc.toString() === value) return;
    now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.language.reconfigure(language) });
  }, [language, parts]);
  useEffect(() => {
    const effects = parts.attributes.reconfigure(EditorView.contentAttributes.of(JSON.parse(told)));
    view.current?.dispatch({ effects });
  }, [told, parts]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.readOnly.reconfigure(readOnlyAs(readOnly)) });
  }, [readOnly, parts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks lie on the text that they are of
  useEffect(() => {
    const now = view.current;
    if (!now) return;
    const marks = problems.map(({ line, message, level }) => {
      const { from, to } = lineAt(now.state, line);
      return { from, to, message, severity: level };
    });
    now.dispatch(setDiagnostics(now.state, marks));
  }, [problems, value]);

  useImperativeHandle(focus, () => ({ focus: () => view.current?.focus() }), []);
  const goTo = useCallback((line: number) => {
    const now = view.current;
    if (!now) return;
    now.dispatch({ selection: { anchor: lineAt(now.state, line).from }, scrollIntoView: true });
    now.focus();
  }, []);
  return { host, goTo };
}

function readOnlyAs(readOnly: boolean): Extension {
  return [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)];
}

/** What is told of a text may be of one that was longer. */
function lineAt({ doc }: EditorState, line: number) {
  return doc.line(Math.min(Math.max(1, line), doc.lines));
}

function useRefOnce<T>(make: () => T): [T] {
  const kept = useRef<T>(null);
  kept.current ??= make();
  return [kept.current];
}
