namespace Umbriel.Core;

/// <summary>An input is never an output: what a run reads is not overwritten by what it writes.</summary>
public static class InputProtection
{
    /// <summary>
    /// Refuses an output that is one of the inputs, by whatever path, link or spelling, and an output folder that holds one,
    /// since its content is replaced. What is not there yet is nobody's input.
    /// </summary>
    /// <param name="option">Where the output was given, for the message.</param>
    /// <param name="output">File or folder to be written.</param>
    /// <param name="inputs">Files and folders that are read.</param>
    /// <exception cref="UserErrorException">The output would take the place of an input.</exception>
    public static void Refuse(string option, string output, IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (FileIdentity.Of(output) is not { } place)
        {
            return;
        }

        bool isFolder = Directory.Exists(output);
        foreach (string input in inputs)
        {
            if (FileIdentity.Of(input) is not { } read)
            {
                continue;
            }

            if (read == place)
            {
                throw new UserErrorException(option, null, $"{output}, which is the input {input}", "another place: an input is never overwritten");
            }

            if (isFolder && Holds(place, input))
            {
                throw new UserErrorException(option, null, $"{output}, which holds the input {input}", "another place: an input is never overwritten");
            }
        }
    }

    /// <summary>Whether a path leads into a folder: itself, or by one of the links that it leads through.</summary>
    private static bool Holds(FileIdentity folder, string input)
    {
        for (string? path = Path.GetFullPath(input); path is not null; path = File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName)
        {
            // By "..", which links in the path do not mislead; the root is its own parent.
            FileIdentity? below = null;
            string above = Path.GetDirectoryName(path) ?? path;
            while (FileIdentity.Of(above) is { } here && here != below)
            {
                if (here == folder)
                {
                    return true;
                }

                below = here;
                above += "/..";
            }
        }

        return false;
    }
}
