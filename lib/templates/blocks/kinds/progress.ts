import { z } from 'zod';
import { defineBlock } from '../block';
import { line, lineOrNothing, path, surface } from '../fields';
import { escapeText } from '../liquid-text';
import { LAYOUT, styled } from '../look/styles';

/** How far something has come: a bar of two cells, so that it needs no picture. */
export const progress = defineBlock({
  kind: 'progress',
  shape: {
    label: line(120),
    /** What is written at its end. */
    value: lineOrNothing(80).default(''),
    /** A number. */
    of: path,
    /** What would be all of it: a number, or another variable. */
    total: z.union([z.number().min(1).max(1e12), path]).default(100),
    on: surface.default('accent'),
    thick: z.boolean().default(false),
  },
  defaults: (language) => ({ label: language === 'es' ? 'Avance' : 'Progress', of: 'progress' }),
  toMjml: (props, drawing, padding) => {
    // Never 0 or 100: a cell without width is drawn by Outlook as wide as it likes.
    const share = `{{ ${props.of} | times: 100.0 | divided_by: ${props.total} | round | at_least: 1 | at_most: 99 }}`;
    const height = props.thick ? 18 : 10;
    const bar = (width: string, on: typeof props.on, corners: string) =>
      `<td ${width && `width="${width}" `}height="${height}" ${styled(drawing, 'g', `font-size:1px;line-height:${height}px;border-radius:${corners}`, on)}>&#160;</td>`;
    const words = `<table ${LAYOUT} width="100%"><tr><td align="left" ${styled(drawing, 'i', 'font-size:15px;line-height:22px;padding:0 0 8px')}>${escapeText(props.label)}</td><td align="right" ${styled(drawing, 'i', 'font-size:15px;line-height:22px;font-weight:bold;padding:0 0 8px 12px')}>${escapeText(props.value)}</td></tr></table>`;
    const track = drawing.surface === 'plain' || drawing.surface === 'page' ? 'accentSoft' : 'plain';
    const cells =
      bar(`${share}%`, props.on, `${height / 2}px`) + bar('', track, `0 ${height / 2}px ${height / 2}px 0`);
    return `<mj-text padding="${padding}">${words}<table ${LAYOUT} width="100%" style="border-collapse:separate"><tr>${cells}</tr></table></mj-text>`;
  },
  toText: ({ label, value }) => (value ? `${label}: ${value}` : label),
});
