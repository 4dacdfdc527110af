/** Rows and columns of a table of a web page, merged cells counted. */
import { childrenOf, type Element, type Nodes, property } from './tree.ts';

const most = 200;
const span = (cell: Element, name: string): number =>
  Math.min(Math.max(Number(property(cell, name)) || 1, 1), most);

/** A cell where it begins, and nothing in the places that it covers. */
export function tableGrid(table: Element): (Element | undefined)[][] {
  const rows = rowsOf(table);
  const grid: (Element | undefined)[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const cell of childrenOf(row)) {
      if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      while (column in grid[r]!) column++;
      const width = span(cell, 'colSpan');
      for (const [down, covered] of grid.slice(r, r + span(cell, 'rowSpan')).entries())
        for (let right = 0; right < width; right++)
          covered[column + right] = down === 0 && right === 0 ? cell : undefined;
      column += width;
    }
  }
  return grid;
}

function rowsOf(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return ['tbody', 'thead', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

/** The tables that a table holds, the outermost of them. */
export function innerTables(node: Nodes): Element[] {
  return childrenOf(node).flatMap((child) =>
    child.type === 'element' && child.tagName === 'table' ? [child] : innerTables(child),
  );
}
