namespace PostmortemAction.Benchmark.Runs;

/// <summary>What is measured.</summary>
internal enum Situation
{
    FirstPublish,
    FirstPublishFarAway,
    SecondRun,
    SecondRunFarAway,
    ThousandCommentsFarAway,
    NoIncident,
}
