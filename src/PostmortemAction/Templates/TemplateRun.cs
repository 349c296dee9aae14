using System.Collections;

namespace PostmortemAction.Templates;

/// <summary>One writing of a document: where it is, and how much it did.</summary>
internal sealed class TemplateRun
{
    /// <summary>Ends loops in loops that write nothing. A document of a thousand entries takes some ten thousand.</summary>
    private const int MostSteps = 2_000_000;

    // The engine's hooks get no word of the run that they are asked in, and one template may be written on several threads.
    [ThreadStatic]
    private static TemplateRun? current;

    private int steps;

    /// <summary>The number of the tag that was evaluated last.</summary>
    public int? Tag { get; private set; }

    /// <summary>The names that there were where one was looked for in vain.</summary>
    public IEnumerable<string> Names { get; private set; } = [];

    public void Do(Action work)
    {
        var before = current;
        current = this;
        try
        {
            work();
        }
        finally
        {
            current = before;
        }
    }

    /// <summary>A tag is about to be evaluated.</summary>
    public static void Enter(int tag)
    {
        if (current is { } run)
        {
            run.Tag = tag;
        }
    }

    /// <summary>A name was looked for in vain among these.</summary>
    public static void Miss(IEnumerable<string> names)
    {
        if (current is { } run)
        {
            run.Names = names;
        }
    }

    /// <summary>A value was looked up. A list counts as many steps as a loop over it takes.</summary>
    public static void Count(object? value)
    {
        if (current is { } run && (run.steps += value is ICollection list ? 1 + list.Count : 1) > MostSteps)
        {
            throw new TemplateException($"it takes more than {MostSteps} steps; look for a loop inside a loop");
        }
    }
}
