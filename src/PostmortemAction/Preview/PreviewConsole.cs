using Spectre.Console;

namespace PostmortemAction.Preview;

/// <summary>Where the preview prints: colours and the terminal's width on a terminal, plain and unwrapped elsewhere.</summary>
internal static class PreviewConsole
{
    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 500;
        return console;
    }
}
