using System.Globalization;
using System.Text;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>The comment on the pull request that shows what we would have written where people wrote themselves.</summary>
public static class OfferBody
{
    public static string Of(int incident, string path, string key, IReadOnlyList<SectionOffer> offers)
    {
        var body = new StringBuilder();
        body.Append(Marker(incident, key)).Append('\n')
            .Append("The incident says something new. ")
            .Append(Words.Count(offers.Count, "section", "sections"))
            .Append(offers.Count == 1 ? " that it belongs to is yours, so it stayed as you wrote it" : " that it belongs to are yours, so they stayed as you wrote them")
            .Append(CultureInfo.InvariantCulture, $" in {Quoted.Code(path, 200)}. Take over what is useful:\n\n")
            .Append(Diffs(offers));
        return Limits.OfBody(body.ToString().TrimEnd('\n'), "the incident");
    }

    /// <summary>Each section's change as a diff.</summary>
    public static string Diffs(IReadOnlyList<SectionOffer> offers) =>
        string.Join("\n\n", offers.Select(offer => $"**{Name(offer.Key)}**\n\n{TextDiff.Fenced(offer.Before, offer.After)}"));

    public static Marker Marker(int incident, string key) => new(Plans.Marker.Offer, new Dictionary<string, string>
    {
        ["incident"] = incident.ToString(CultureInfo.InvariantCulture),
        ["key"] = key,
    });

    private static string Name(string key) => key switch
    {
        "" => "Above the first heading",
        DocumentSection.FrontMatter => "The metadata at the top",
        _ => Quoted.Code(key.TrimStart('#')),
    };
}
