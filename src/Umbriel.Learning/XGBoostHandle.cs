using System.Runtime.InteropServices;

namespace Umbriel.Learning;

/// <summary>A table or a booster of XGBoost, freed once with the function of its kind.</summary>
internal sealed class XGBoostHandle : SafeHandle
{
    private readonly Func<nint, int> free;

    /// <summary>Takes over a pointer.</summary>
    public XGBoostHandle(nint pointer, Func<nint, int> free)
        : base(0, ownsHandle: true)
    {
        this.free = free;
        SetHandle(pointer);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The pointer; valid until this is disposed.</summary>
    public nint Pointer => IsClosed ? throw new ObjectDisposedException(nameof(XGBoostHandle)) : handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => free(handle) == 0;
}
