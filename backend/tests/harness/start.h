// What stands in for the runtime in the tests: an entry, a goroutine in r15, a stack that grows by switching segments,
// and panics that look for a landing pad in the side tables. Compiled freestanding with r15 reserved.

typedef long i64;
typedef unsigned long u64;
typedef unsigned int u32;
typedef unsigned char u8;

struct g { u64 stack_limit; void *defer, *panic; u64 scratch, check_args[2]; };
struct g g0;
u64 morestack_count, morestack_frame;
static char segment[1 << 20] __attribute__((aligned(16)));
void *segment_top = segment + sizeof segment;

__asm__(
    ".globl _start\n"
    "_start:\n"
    "  xor %ebp, %ebp\n"
    "  lea g0(%rip), %r15\n"
    "  and $-16, %rsp\n"
    "  call tests\n"
    "  mov %eax, %edi\n"
    "  mov $60, %eax\n"
    "  syscall\n"
    // Called at the stack check: the frame goes to the new segment, the return address of the function stays.
    ".globl runtime.morestack\n"
    "runtime.morestack:\n"
    "  incq morestack_count(%rip)\n"
    "  mov %r11, morestack_frame(%rip)\n"
    "  movq $0, (%r15)\n"
    "  mov (%rsp), %r10\n"
    "  mov segment_top(%rip), %rsp\n"
    "  mov $-1, %r11\n"
    "  jmp *%r10\n");

struct pc_header {
    u8 *text_start; u64 text_len;
    struct func { u32 start, end, name, name_len, file, file_len, line, flags, first_line, line_count, arg_words, frame_size, open_defers; } *funcs;
    u64 func_count;
    struct line { u32 pc, line, inl; } *lines; u64 line_count;
    void *inlines; u64 inline_count;
    struct landing { u32 ret, handler, frame_offset; } *landings; u64 landing_count;
    char *strings; u64 strings_len;
};
extern struct pc_header header __asm__("runtime.pcheader");
_Static_assert(sizeof(struct pc_header) == PC_HEADER_SIZE && sizeof(struct func) == FUNC_ENTRY_SIZE
                   && sizeof(struct landing) == LANDING_ENTRY_SIZE,
               "the tables are not as abi::symtab declares them");

static void put(const char *s) {
    u64 n = 0;
    while (s[n]) n++;
    i64 r;
    __asm__ volatile("syscall" : "=a"(r) : "a"(1), "D"(2), "S"(s), "d"(n) : "rcx", "r11", "memory");
}

static _Noreturn void die(const char *s) {
    put(s);
    put("\n");
    __asm__ volatile("syscall" : : "a"(60), "D"(1));
    __builtin_unreachable();
}

#define STR2(x) #x
#define STR(x) STR2(x)
#define CHECK(c) do { if (!(c)) die("line " STR(__LINE__) ": " #c); } while (0)

// The function that holds `pc`, by bisection as the runtime does it.
static struct func *find_func(u8 *pc) {
    u64 off = pc - header.text_start, lo = 0, hi = header.func_count;
    if (off >= header.text_len) return 0;
    while (lo < hi) {
        u64 mid = (lo + hi) / 2;
        if (header.funcs[mid].start <= off) lo = mid + 1; else hi = mid;
    }
    if (!lo || off >= header.funcs[lo - 1].end) return 0;
    return &header.funcs[lo - 1];
}

static u32 find_line(u8 *pc) {
    struct func *f = find_func(pc);
    u32 off = pc - header.text_start, line = 0;
    for (u32 i = 0; i < f->line_count; i++)
        if (header.lines[f->first_line + i].pc <= off) line = header.lines[f->first_line + i].line;
    return line;
}

static int name_is(struct func *f, const char *s) {
    u32 i = 0;
    for (; s[i]; i++)
        if (i >= f->name_len || header.strings[f->name + i] != s[i]) return 0;
    return i == f->name_len;
}

i64 panic_code, panic_line, panic_arg;

// A panic that is recovered at the next landing pad up the stack. All registers but rbp and rsp are spoilt.
static _Noreturn void throw_from(u8 *ret, u64 *fp) {
    panic_line = find_line(ret - 1);
    for (;;) {
        CHECK(find_func(ret - 1));
        u32 off = ret - header.text_start;
        for (u64 i = 0; i < header.landing_count; i++) {
            struct landing *l = &header.landings[i];
            if (l->ret != off) continue;
            u8 *to = header.text_start + l->handler;
            u64 sp = (u64)fp - l->frame_offset;
            __asm__ volatile(
                "mov %1, %%r10\n mov %2, %%rsp\n mov %0, %%rbp\n"
                "mov $-1, %%rax\n mov %%rax, %%rbx\n mov %%rax, %%rcx\n mov %%rax, %%rdx\n mov %%rax, %%rsi\n"
                "mov %%rax, %%rdi\n mov %%rax, %%r8\n mov %%rax, %%r9\n mov %%rax, %%r11\n mov %%rax, %%r12\n"
                "mov %%rax, %%r13\n mov %%rax, %%r14\n"
                "jmp *%%r10\n" : : "r"(fp), "r"(to), "r"(sp) : "memory");
            __builtin_unreachable();
        }
        ret = (u8 *)fp[1];
        fp = (u64 *)fp[0];
    }
}

#define THROW(code, arg) do { \
        panic_code = (code); panic_arg = (arg); \
        u64 *frame = __builtin_frame_address(0); \
        throw_from((u8 *)frame[1], (u64 *)frame[0]); \
    } while (0)
