using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.Tests.Documents;

/// <summary>What holds of every merge, whatever the three texts are.</summary>
public class DocumentMergeLawTests
{
    [Fact]
    public void A_document_that_nobody_touched_follows_the_facts() =>
        Prop.ForAll(Arb.From(Drafts.Orderly), Arb.From(Drafts.Orderly), (last, fresh) =>
        {
            const string Mine = "## Mine";
            var merged = DocumentMerge.Of(last, last + Drafts.Section(Mine), fresh);
            return merged.Offers.Count == 0 && Drafts.Said(merged.Text).Where(line => line != Mine).SequenceEqual(Drafts.Said(fresh))
                && DocumentMerge.Of(last, last, fresh).Text == fresh;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_the_facts_did_not_change_every_byte_stays_and_nothing_is_offered() =>
        Prop.ForAll(Drafts.Three, texts => IsUnchanged(DocumentMerge.Of(texts.Last, texts.Current, texts.Last), texts.Current)).Check(Hard);

    [Fact]
    public void What_was_merged_once_is_merged() =>
        Prop.ForAll(Drafts.Three, texts =>
        {
            var merged = DocumentMerge.Of(texts.Last, texts.Current, texts.Fresh).Text;
            return IsUnchanged(DocumentMerge.Of(texts.Fresh, merged, texts.Fresh), merged);
        }).Check(Hard);

    [Fact]
    public void Sections_that_somebody_touched_stay_byte_for_byte_and_in_their_order_but_for_metadata_which_goes_key_by_key() =>
        Prop.ForAll(Drafts.Three, texts =>
        {
            var before = DocumentSection.Split(texts.Last).ToDictionary(section => section.Key, section => section.Content);
            var merged = DocumentMerge.Of(texts.Last, texts.Current, texts.Fresh).Text;
            var at = 0;
            foreach (var touched in DocumentSection.Split(texts.Current).Where(section => section.Key != DocumentSection.FrontMatter && before.GetValueOrDefault(section.Key) != section.Content))
            {
                var found = merged.IndexOf(touched.Text, at, StringComparison.Ordinal);
                if (found < 0)
                {
                    return false;
                }

                at = found + touched.Text.Length;
            }

            return true;
        }).Check(Hard);

    [Fact]
    public void No_line_that_a_person_wrote_gets_lost() =>
        Prop.ForAll(Drafts.Three, texts =>
        {
            var theirs = Drafts.Said(texts.Current).Except(Drafts.Said(texts.Last));
            return !theirs.Except(Drafts.Said(DocumentMerge.Of(texts.Last, texts.Current, texts.Fresh).Text)).Any();
        }).Check(Hard);

    [Fact]
    public void Where_it_is_not_known_what_we_wrote_no_byte_is_lost_and_each_difference_is_offered_once() =>
        Prop.ForAll(Drafts.Three, texts =>
        {
            var merged = DocumentMerge.Of(null, texts.Current, texts.Fresh);
            var there = DocumentSection.Split(texts.Current).ToDictionary(section => section.Key, section => section.Content);
            var missing = DocumentSection.Split(texts.Fresh).Where(section => there.GetValueOrDefault(section.Key) != section.Content).Select(section => section.Key);
            return merged.Text == texts.Current && merged.Offers.Select(offer => offer.Key).Order().SequenceEqual(missing.Order());
        }).Check(Hard);

    [Fact]
    public void Only_what_changed_is_offered_and_each_section_once() =>
        Prop.ForAll(Drafts.Three, texts =>
        {
            var offers = DocumentMerge.Of(texts.Last, texts.Current, texts.Fresh).Offers;
            var before = DocumentSection.Split(texts.Last).ToDictionary(section => section.Key, section => section.Content);
            return offers.DistinctBy(offer => offer.Key).Count() == offers.Count
                && offers.All(offer => offer.After != before.GetValueOrDefault(offer.Key) && offer.Before == before.GetValueOrDefault(offer.Key, ""));
        }).Check(Hard);

    private static Config Hard => Config.QuickThrowOnFailure.WithMaxTest(500);

    private static bool IsUnchanged(MergedDocument merged, string text) => merged.Text == text && merged.Offers.Count == 0;
}
