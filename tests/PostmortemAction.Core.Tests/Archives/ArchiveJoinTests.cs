using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Tests.Archives;

/// <summary>The index on the default branch and on the branch of its pull request, with people in both.</summary>
public class ArchiveJoinTests
{
    private static readonly string Both = ArchiveBlock.Update("# Ours\n\nHello.\n", "old", "README.md");

    [Fact]
    public void Where_nobody_wrote_only_our_part_changes() => Assert.Equal(With("new"), Join(Both, Both, Both));

    [Fact]
    public void What_somebody_wrote_on_the_default_branch_comes_in() =>
        Assert.Equal(With("new").Replace("Hello.", "Hello, you.", StringComparison.Ordinal), Join(Both.Replace("Hello.", "Hello, you.", StringComparison.Ordinal), Both, Both));

    [Fact]
    public void What_somebody_wrote_on_the_branch_stays() =>
        Assert.Equal(With("new").Replace("Hello.", "Hello, you.", StringComparison.Ordinal), Join(Both, Both.Replace("Hello.", "Hello, you.", StringComparison.Ordinal), Both));

    [Fact]
    public void Written_in_different_parts_both_stay() =>
        Assert.Equal($"{With("new").Replace("Hello.", "Hello, you.", StringComparison.Ordinal)}\nBelow.\n", Join(Both + "\nBelow.\n", Both.Replace("Hello.", "Hello, you.", StringComparison.Ordinal), Both));

    [Fact]
    public void Written_in_the_same_part_the_branchs_words_stay_and_the_others_follow()
    {
        var text = Join(Both + "\nOne.\n", Both + "\nTwo.\n", Both);

        Assert.Equal($"{With("new")}\nTwo.\n\nOne.\n", text);
        Assert.Equal(text, Join(Both + "\nOne.\n", text, Both + "\nOne.\n"));
    }

    [Fact]
    public void What_somebody_took_out_on_the_branch_stays_out() =>
        Assert.DoesNotContain("Hello.", Join(Both, Both.Replace("Hello.\n\n", "", StringComparison.Ordinal), Both), StringComparison.Ordinal);

    [Fact]
    public void Without_a_common_beginning_nothing_is_lost()
    {
        var text = ArchiveBlock.Join("# Theirs\n\nOne.\n", Both + "\nTwo.\n", null, isKnown: false, "new", "README.md");

        Assert.All(["Hello.", "# Theirs", "One.", "Two.", "new"], line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_only_one_of_them_has_an_index_that_one_counts()
    {
        Assert.Equal(With("new"), Join(null, Both, null));
        Assert.Equal(With("new"), Join(Both, null, null));
    }

    private static string With(string block) => ArchiveBlock.Update(Both, block, "README.md");

    private static string Join(string? onBase, string? onBranch, string? ancestor) => ArchiveBlock.Join(onBase, onBranch, ancestor, isKnown: true, "new", "README.md");
}
