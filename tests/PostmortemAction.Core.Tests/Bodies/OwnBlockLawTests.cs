using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Bodies;

namespace PostmortemAction.Core.Tests.Bodies;

public class OwnBlockLawTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
        "word", "\n", "\n\n", " ", "- [ ] a\n", "- [x] a\n", "- [X] b\n", "  - [x] c\n", "<!-- postmortem-action end -->", "\n<!-- postmortem-action end -->", "<!-- postmortem-action begin", " -->\n", "<!-- postmortem-action begin 0 -->\n", "```\n", "é", "-->")
        .ArrayOf().Select(parts => string.Concat(parts));

    [Fact]
    public void What_stands_outside_our_part_never_changes() =>
        ForAll((above, block, below) =>
        {
            var ours = OwnBlock.Wrap("old\n- [ ] a");
            var updated = OwnBlock.Update(above + ours + below, block);
            return updated is null || (updated.StartsWith(above, StringComparison.Ordinal) && updated.EndsWith(below.TrimEnd('\n'), StringComparison.Ordinal)
                && updated.Length >= above.Length + below.TrimEnd('\n').Length);
        });

    [Fact]
    public void What_was_written_once_is_not_written_again() =>
        ForAll((above, block, below) =>
            OwnBlock.Update(above + OwnBlock.Wrap("old\n- [ ] a").Replace("[ ]", "[x]", StringComparison.Ordinal) + below, Unticked(block)) is not { } updated || OwnBlock.Update(updated, Unticked(block)) is null);

    [Fact]
    public void Our_part_alone_is_always_brought_up_to_date() =>
        ForAll((old, block, _) => OwnBlock.Sum(old) == OwnBlock.Sum(block) || (OwnBlock.Update(OwnBlock.Wrap(old), block) is { } updated && OwnBlock.SumIn(updated) == OwnBlock.Sum(block)));

    [Fact]
    public void An_edited_part_is_never_updated() =>
        ForAll((block, fresh, edit) =>
        {
            var body = OwnBlock.Wrap(block);
            var at = body.IndexOf(" -->\n", StringComparison.Ordinal) + " -->\n".Length;
            var edited = body.Insert(at, edit);
            return OwnBlock.IsEdited(edited) ? OwnBlock.Update(edited, fresh) is null : OwnBlock.SumIn(edited) is null || OwnBlock.SumIn(edited) == OwnBlock.Sum(block);
        });

    /// <summary>What we write carries no ticks; they are people's.</summary>
    private static string Unticked(string block) => block.Replace("[x]", "[ ]", StringComparison.OrdinalIgnoreCase);

    private static void ForAll(Func<string, string, string, bool> law) =>
        Prop.ForAll(Arb.From(Texts), Arb.From(Texts), Arb.From(Texts), law).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
