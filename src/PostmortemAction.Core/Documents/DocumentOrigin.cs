using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Documents;

/// <summary>Which incident a document says that it is of.</summary>
public static class DocumentOrigin
{
    /// <summary>The number in its metadata; null where it names none.</summary>
    public static int? Incident(string document) => FrontMatterCheck.Incident(FrontMatter.Read(PlainText.Clean(document)));
}
