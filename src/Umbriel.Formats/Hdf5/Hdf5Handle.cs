using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>An HDF5 identifier that is closed once, with the closing function of its kind.</summary>
internal sealed class Hdf5Handle : SafeHandle
{
    private readonly Func<long, int> close;

    private Hdf5Handle(long id, Func<long, int> close)
        : base(-1, ownsHandle: true)
    {
        this.close = close;
        SetHandle((nint)id);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle < 0;

    /// <summary>The identifier.</summary>
    public long Id => handle;

    /// <summary>Takes over an identifier; a negative one is an error about <paramref name="file"/>.</summary>
    public static Hdf5Handle Own(long id, Func<long, int> close, string file, string what)
    {
        if (id < 0)
        {
            throw new UserErrorException($"{file}: {what}");
        }

        return new Hdf5Handle(id, close);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        using (Hdf5Library.Enter())
        {
            return close(handle) >= 0;
        }
    }
}
