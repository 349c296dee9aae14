using Markdig.Extensions.Tables;
using Markdig.Syntax;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>Reads a text as the lines, list items and table rows that a person sees. Quotes, code, raw HTML and bullets without words are none.</summary>
public static class ItemReader
{
    /// <param name="hasCode">Whether lines indented by four are code, as in a comment; in documents that people paste they are just indented.</param>
    public static IReadOnlyList<TextItem> Read(string text, bool hasCode = false)
    {
        var source = string.Join('\n', Tidy.Lines(text, hasCode));
        var items = new List<TextItem>();
        var block = 0;
        Walk(MarkdownParsing.Any(source, MarkdownPipelines.WithoutLinks), 0);
        return items;

        void Walk(ContainerBlock container, int depth)
        {
            var listed = container is ListItemBlock;
            var own = block++;
            foreach (var child in container)
            {
                switch (child)
                {
                    case Table table when TaskTable.Of([.. table.OfType<TableRow>().Where(row => row.IsHeader).SelectMany(Cells)]) is { } tasks:
                        items.AddRange(table.OfType<TableRow>().Where(row => !row.IsHeader)
                            .Select(row => new TextItem(tasks.Line([.. Cells(row)]), row.Line, block++, depth, true)).Where(item => item.Text.Length > 0));
                        break;
                    case Table table when EntryTable.Of([.. table.OfType<TableRow>().Where(row => row.IsHeader).SelectMany(Cells)]) is { } entries:
                        items.AddRange(table.OfType<TableRow>().Where(row => !row.IsHeader)
                            .Select(row => new TextItem(entries.Line([.. Cells(row)]), row.Line, block++, depth, true)).Where(item => item.Text.Length > 0));
                        break;
                    case Table table:
                        items.AddRange(table.OfType<TableRow>().Where(row => !row.IsHeader)
                            .Select(row => new TextItem(string.Join(" ", Cells(row).Where(cell => cell.Length > 0)), row.Line, block++, depth, true)).Where(item => item.Text.Length > 0));
                        break;
                    case ListBlock list:
                        foreach (var item in list.OfType<ListItemBlock>())
                        {
                            Walk(item, listed ? depth + 1 : depth);
                        }

                        break;
                    case HeadingBlock or ParagraphBlock:
                        var lines = Slice(child).Split('\n');
                        var first = child.Line;
                        if (child is HeadingBlock { IsSetext: true })
                        {
                            // Its line is that of the underline, which is none of the words.
                            lines = lines[..^1];
                            first -= lines.Length;
                        }

                        var group = listed ? own : block++;
                        items.AddRange(lines.Select((line, i) => new TextItem(line.Trim(), first + i, group, depth, listed))
                            .Where(item => item.Text is not ("" or "-" or "*" or "+")));
                        break;
                    default:
                        break;
                }
            }
        }

        IEnumerable<string> Cells(TableRow row) => row.OfType<TableCell>().Select(cell => PlainText.Line(Slice(cell)).Trim('|', ' '));

        string Slice(Block part) =>
            part.Span.IsEmpty ? "" : source.Substring(part.Span.Start, Math.Min(part.Span.Length, source.Length - part.Span.Start));
    }
}
