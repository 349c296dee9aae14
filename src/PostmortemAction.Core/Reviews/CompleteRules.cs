using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>Whether a document holds what it should for its severity.</summary>
internal static class CompleteRules
{
    private const int BriefWords = 8;

    /// <summary>A document with none of these tells of no incident.</summary>
    private static readonly string[] Core =
        [FieldIds.Summary, FieldIds.Duration, FieldIds.Impact, FieldIds.Timeline, FieldIds.RootCause, FieldIds.CauseAndResolution, FieldIds.Resolution, FieldIds.Started];

    /// <returns>Whether it is a postmortem at all.</returns>
    public static bool IsPostmortem(ReadDocument document)
    {
        if (document.Find(Core) is not null)
        {
            return true;
        }

        document.Tell("not-a-postmortem", document.Title, isWhole: true);
        return false;
    }

    /// <param name="isEnglish">Else what is only seen by its words is not asked for.</param>
    public static void Tell(ReadDocument document, bool isEnglish)
    {
        var severity = document.Postmortem.Incident.Severity;
        var wanted = Profiles.Of(severity, document.Settings.Review.Require, document.Settings.Template);
        var missing = Aspects.All.Where(aspect => wanted.Contains(aspect.Id, StringComparer.OrdinalIgnoreCase) && (isEnglish || !aspect.IsByWords) && !aspect.IsIn(document)).ToList();
        if (severity is null)
        {
            document.Tell("severity-unknown", document.LineOf(FieldIds.Severity, FieldIds.Summary), isWhole: true);
        }

        foreach (var aspect in missing)
        {
            document.Tell(FindingKinds.Missing + aspect.Id, document.LineOf(aspect.Sections), isWhole: true);
        }

        TellBrief("root-cause-brief", document.Postmortem.Incident.RootCause, FieldIds.RootCause);
        TellBrief("resolution-brief", document.Postmortem.Incident.Resolution, FieldIds.Resolution);

        void TellBrief(string code, string? text, string field)
        {
            if (text is not null && PlainText.Line(text).Split(' ').Length < BriefWords)
            {
                document.Tell(code, document.LineOf(field, FieldIds.CauseAndResolution));
            }
        }
    }
}
